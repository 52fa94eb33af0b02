import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moduleFolder } from './module';

const GROUP = /^const GroupName = "(.*)"$/m;
const METHOD =
  /^func \(in \*(\w+)\) APILifecycle(Introduced|Deprecated|Removed|Replacement)\(\).*\{\n\treturn (.*)\n\}/gm;
const REPLACEMENT = /Group: "(.*)", Version: "(.*)", Kind: "(.*)"/;

/** Removed kinds whose types are in other modules. */
const ELSEWHERE: Readonly<Record<string, Record<string, string>>> = {
  'apiextensions.k8s.io/v1beta1 CustomResourceDefinition': { Introduced: '1.7', Deprecated: '1.16', Removed: '1.22' },
  'apiregistration.k8s.io/v1beta1 APIService': { Introduced: '1.7', Deprecated: '1.19', Removed: '1.22' },
};

/**
 * What becomes of each pre-release kind, `deprecated=1.14 removed=1.22 successor=networking.k8s.io/v1 Ingress`, from
 * the Go types of several releases, as the newest have forgotten some.
 */
export function lifecyclesOf(releases: readonly string[], served: ReadonlySet<string>): Record<string, string> {
  const found = Object.assign({}, ELSEWHERE, ...releases.map(lifecyclesIn)) as Record<string, Record<string, string>>;
  return Object.fromEntries(
    Object.entries(found)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, facts]) => [key, { ...facts, Replacement: facts['Replacement'] ?? stable(key, served) }] as const)
      .map(([key, facts]) => [key, line(facts)]),
  );
}

function line(facts: Readonly<Record<string, string | undefined>>): string {
  const flags = ['Introduced', 'Deprecated', 'Removed', 'Replacement'].map(
    (name) => facts[name] && `${flag(name)}=${facts[name]}`,
  );
  return flags.filter(Boolean).join(' ');
}

function flag(name: string): string {
  return name === 'Replacement' ? 'successor' : name.toLowerCase();
}

/** The same kind in a version that is served, for a kind whose successor nobody has written down. */
function stable(key: string, served: ReadonlySet<string>): string | undefined {
  const [group, kind] = key.split(/\/\S+ /);
  return [...served].findLast((other) => other.replace(/\/\S+ /, ' ') === `${group} ${kind}`);
}

function lifecyclesIn(release: string): Record<string, Record<string, string>> {
  const root = moduleFolder('k8s.io/api', release);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('prerelease-lifecycle.go'),
  );
  const found: Record<string, Record<string, string>> = {};
  for (const file of files) {
    const version = file.split('/').at(-2)!;
    if (!/alpha|beta/.test(version)) continue;
    const group = GROUP.exec(readFileSync(join(root, file, '../register.go'), 'utf8'))![1]!;
    for (const [, kind, fact, value] of readFileSync(join(root, file), 'utf8').matchAll(METHOD)) {
      if (kind!.endsWith('List')) continue;
      const key = `${group}/${version} ${kind!.replace(/List$/, '')}`;
      found[key] ??= {};
      found[key][fact!] = fact === 'Replacement' ? successor(value!) : value!.replace(', ', '.');
    }
  }
  return found;
}

function successor(value: string): string {
  const [, group, version, kind] = REPLACEMENT.exec(value)!;
  return `${group ? `${group}/` : ''}${version} ${kind!.replace(/List$/, '')}`;
}
