import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { moduleFolder } from './module';

const STRUCT = /^type (\w+) struct \{$/;
const FIELD = /^\t\w+ +(\*?)[\w.]+ +`.*json:"(\w+)/;

/**
 * The fields that are pointers in Go, such as `core.v1.PersistentVolumeClaimSpec.volumeMode`: an empty text is a value
 * there, while elsewhere it is the same as none.
 */
export function pointersOf(release: string): ReadonlySet<string> {
  const root = moduleFolder('k8s.io/api', release);
  const found = new Set<string>();
  for (const group of readdirSync(root)) {
    for (const version of versionsOf(join(root, group))) {
      let type = '';
      for (const line of readFileSync(join(root, group, version, 'types.go'), 'utf8').split('\n')) {
        type = STRUCT.exec(line)?.[1] ?? type;
        const [, pointer, name] = FIELD.exec(line) ?? [];
        if (pointer) found.add(`${group}.${version}.${type}.${name}`);
      }
    }
  }
  return found;
}

function versionsOf(folder: string): string[] {
  if (!statSync(folder).isDirectory()) return [];
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'types.go')));
}
