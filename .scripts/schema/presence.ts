import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { moduleFolder } from './module';

const STRUCT = /^type (\w+) struct \{$/;
const FIELD = /^\t(?:\w+ +)?(\*?)(\[\]|map\[)?[^`/]*`.*?json:"([\w$-]+)([^"]*)"/;
const EMBEDDED = /^\t(\w+) +`json:",?(?:inline)?"/;

/** How Go holds a field: a pointer, a value that is written even when it is zero, or a struct that is always there. */
export type Presence = 'pointer' | 'zero' | 'struct';

interface Struct {
  readonly fields: Map<string, Presence>;
  readonly embedded: string[];
}

/** Where the types of each group are: module, folder, group. */
const FOLDERS: readonly (readonly [module: string, folder: string, type: string])[] = [
  ['k8s.io/apimachinery', 'pkg/apis/meta/v1', 'meta.v1'],
  ['k8s.io/apiextensions-apiserver', 'pkg/apis/apiextensions/v1', 'apiextensions.v1'],
  ['k8s.io/kube-aggregator', 'pkg/apis/apiregistration/v1', 'apiregistration.v1'],
];

/** How Go holds the fields of each type, such as `core.v1.Container` → `resources` → `struct`. */
export function presencesOf(release: string): ReadonlyMap<string, ReadonlyMap<string, Presence>> {
  const found = new Map<string, ReadonlyMap<string, Presence>>();
  for (const [folder, prefix] of [...apiFolders(release), ...otherFolders(release)]) {
    const structs = structsIn(folder);
    for (const name of structs.keys()) found.set(`${prefix}.${name}`, withEmbedded(name, structs));
  }
  return found;
}

function apiFolders(release: string): [folder: string, prefix: string][] {
  const root = moduleFolder('k8s.io/api', release);
  const groups = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
  return groups.flatMap((group) =>
    readdirSync(join(root, group))
      .filter((version) => existsSync(join(root, group, version, 'types.go')))
      .map((version): [string, string] => [join(root, group, version), `${group}.${version}`]),
  );
}

function otherFolders(release: string): [folder: string, prefix: string][] {
  return FOLDERS.map(([module, folder, prefix]) => [join(moduleFolder(module, release), folder), prefix]);
}

function structsIn(folder: string): Map<string, Struct> {
  const structs = new Map<string, Struct>();
  let struct: Struct = { fields: new Map(), embedded: [] };
  const lines = readdirSync(folder)
    .filter((name) => /^types(_\w+)?\.go$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  for (const line of lines) {
    const name = STRUCT.exec(line)?.[1];
    if (name !== undefined) structs.set(name, (struct = { fields: new Map(), embedded: [] }));
    const embedded = EMBEDDED.exec(line)?.[1];
    if (embedded !== undefined) struct.embedded.push(embedded);
    const [, pointer, collection, field, flags = ''] = FIELD.exec(line) ?? [];
    if (field === undefined || collection !== undefined) continue;
    if (pointer) struct.fields.set(field, 'pointer');
    else if (!flags.includes('omitzero')) struct.fields.set(field, flags.includes('omitempty') ? 'struct' : 'zero');
  }
  return structs;
}

function withEmbedded(name: string, structs: ReadonlyMap<string, Struct>): Map<string, Presence> {
  const struct = structs.get(name);
  if (!struct) return new Map();
  return new Map([...struct.embedded.flatMap((each) => [...withEmbedded(each, structs)]), ...struct.fields]);
}
