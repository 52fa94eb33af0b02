import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enumsOf } from './schema/enums';
import { kindsOf, type Kind } from './schema/kinds';
import { lifecyclesOf } from './schema/lifecycle';
import { merge, type Dated } from './schema/merge';
import { moduleFolder } from './schema/module';
import { pointersOf } from './schema/pointers';
import { reachable, typesOf, type Document } from './schema/types';

/**
 * Writes `lib/manifest/schema/data/kubernetes.json` from the OpenAPI documents of Kubernetes' own Go module, one
 * release for each minor version: `npx tsx .scripts/generate-schema.ts`. A new version is one more line here.
 */
const RELEASES: Readonly<Record<string, string>> = {
  '1.28': 'v1.28.15',
  '1.29': 'v1.29.15',
  '1.30': 'v1.30.14',
  '1.31': 'v1.31.14',
  '1.32': 'v1.32.13',
  '1.33': 'v1.33.13',
  '1.34': 'v1.34.10',
  '1.35': 'v1.35.4',
  '1.36': 'v1.36.3',
  '1.37': 'v1.37.2',
};

/** The first and the last release of the types alone, which still know what is served no more. */
const API_RELEASES = ['v0.28.15', 'v0.37.2'];

const pointers = pointersOf(API_RELEASES.at(-1)!);
const versions = Object.keys(RELEASES);
const types = new Map<string, Map<string, Dated[]>>();
const kinds = new Map<string, Kind>();

for (const [version, release] of Object.entries(RELEASES)) {
  const folder = moduleFolder('k8s.io/kubernetes', release);
  // eslint-disable-next-line typescript/no-require-imports
  const document = require(join(folder, 'api/openapi-spec/swagger.json')) as Document;
  const served = kindsOf(document, version);
  const enums = enumsOf(folder);
  const all = typesOf(document, enums, pointers);
  const used = reachable(
    all,
    served.map(({ type }) => type),
  );
  for (const kind of served) {
    const known = kinds.get(kind.key);
    kinds.set(kind.key, known ? { ...known, until: version } : kind);
  }
  for (const name of used) merge(types, name, all.get(name)!, version);
  console.log(version, served.length, 'kinds', used.size, 'types', enums.size, 'enums');
}

const last = versions.at(-1)!;
const first = versions[0]!;
const typeLines = [...types]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, fields]) => {
    const written = [...fields].map(([field, dated]) => [field, write(dated)] as const);
    return `${JSON.stringify(name)}:${JSON.stringify(Object.fromEntries(written))}`;
  });
const kindLines = [...kinds.values()]
  .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  .map(({ key, type, namespaced, since, until }) => {
    const flags = [
      `@${type}`,
      namespaced ? 'namespaced' : 'cluster',
      since === first ? '' : `since=${since}`,
      until === last ? '' : `until=${until}`,
    ];
    return `${JSON.stringify(key)}:${JSON.stringify(flags.filter(Boolean).join(' '))}`;
  });
const lifecycles = Object.entries(lifecyclesOf(API_RELEASES, new Set(kinds.keys()))).map(
  ([key, line]) => `${JSON.stringify(key)}:${JSON.stringify(line)}`,
);

const target = join(__dirname, '../lib/manifest/schema/data/kubernetes.json');
const text = [
  `{"versions":${JSON.stringify(versions)},`,
  `"kinds":{\n${kindLines.join(',\n')}\n},`,
  `"lifecycles":{\n${lifecycles.join(',\n')}\n},`,
  `"types":{\n${typeLines.join(',\n')}\n}}\n`,
].join('\n');
writeFileSync(target, text);
console.log(target, text.length, 'characters');

/** One string where a field never changed, several where it did. */
function write(dated: readonly Dated[]): string | string[] {
  const lines = dated.map(({ field, since, until }) => {
    const [head = '', ...rest] = field.split(' enum=');
    const dates = [since === first ? '' : ` since=${since}`, until === last ? '' : ` until=${until}`].join('');
    return `${head}${dates}${rest.length > 0 ? ` enum=${rest.join('')}` : ''}`;
  });
  return lines.length === 1 ? lines[0]! : lines;
}
