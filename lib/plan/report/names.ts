import type { PlannedChange } from '../plan';

/** Names, each with what stands for it where several are meant. */
export type Names = readonly (readonly [name: string, stands: string])[];

/** The names in the texts about a change, the longest first, with what stands for them. */
export function namesOf({ id, from, findings }: PlannedChange): Names {
  const files = findings.flatMap(({ origin }) => ('file' in origin ? [[origin.file, '<file>'] as const] : []));
  const names = [
    [id.name, '<name>'],
    [from?.name ?? '', '<old name>'],
    [id.namespace, '<namespace>'],
  ] as const;
  return [...names, ...files].filter(([name]) => name !== '').toSorted(([a], [b]) => b.length - a.length);
}
