import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaData } from '../lib/manifest/schema/data';
import { type Presence, presencesOf } from './schema/presence';

/**
 * Writes `lib/manifest/schema/data/presence.json` from Kubernetes' own Go types, for the types of `kubernetes.json`:
 * `npx tsx .scripts/generate-presence.ts`, after `generate-schema.ts`. The first release still has types that are gone.
 */
const RELEASES = ['v0.28.15', 'v0.37.2'];

/** Values that Go holds in a struct, which is never empty for its JSON encoder. */
const STRUCTS = new Set(['intOrString', 'quantity']);

const known = new Map(RELEASES.flatMap((release) => [...presencesOf(release)]));
const lines = Object.entries(schemaData().types).flatMap(([type, fields]) => {
  const presences = known.get(type);
  if (!presences) console.warn(`${type}: not found among the Go types`);
  const marks = Object.entries(fields).flatMap(([field, text]) => {
    const presence = presences?.get(field);
    return presence ? mark(field, [text].flat()[0]!.split(' ')[0]!, presence) : [];
  });
  return marks.length > 0 ? [`${JSON.stringify(type)}:${JSON.stringify(marks.join(' '))}`] : [];
});
const target = join(__dirname, '../lib/manifest/schema/data/presence.json');
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
console.log(target, lines.length, 'types');

/** A pointer to a value gets an asterisk; a pointer to an object is what is usual, and so is a value without zeros. */
function mark(field: string, type: string, presence: Presence): string[] {
  const object = type.startsWith('@');
  if (presence === 'pointer') return object || /^[[{]|^(object|any|byte)$/.test(type) ? [] : [`${field}*`];
  if (object || STRUCTS.has(type)) return [field];
  return presence === 'zero' && /^(string|boolean|int32|int64|number)$/.test(type) ? [field] : [];
}
