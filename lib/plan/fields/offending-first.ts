import type { FieldChange } from '../plan';
import type { Objection } from '../prediction';
import { fieldsAt } from './within';

/** Fields, with those first that the server refuses: a line has no room for all, and the others would do no harm. */
export function offendingFirst(
  fields: readonly FieldChange[],
  objections: readonly Pick<Objection, 'path'>[],
): readonly FieldChange[] {
  const offending = new Set(objections.flatMap(({ path }) => offendingAt(path, fields)));
  return [...offending, ...fields.filter((field) => !offending.has(field))];
}

/** The server says `clusterIPs` where `clusterIP` was written, and names what it filled in beside what was written. */
function offendingAt(path: string, fields: readonly FieldChange[]): readonly FieldChange[] {
  const around = path.replace(/(\.\w+|\[[^\]]*\])$/, '');
  const places = [
    path,
    path.replace(/^spec\.clusterIPs\b.*/, 'spec.clusterIP'),
    ...(around.includes('.') ? [around] : []),
  ];
  return places.map((place) => fieldsAt({ fields }, place)).find((found) => found.length > 0) ?? [];
}
