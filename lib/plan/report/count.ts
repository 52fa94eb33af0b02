import type { Action, PlannedChange } from '../plan';

/** What there may be, the gravest first. */
export const ACTIONS: readonly Action[] = [
  'invalid',
  'replace',
  'delete',
  'rollout',
  'ineffective',
  'scale',
  'update',
  'move',
  'create',
  'orphan',
  'no-effect',
];

/** How many changes there are of each action; those that there are none of are left out. */
export function countActions(changes: readonly PlannedChange[]): Readonly<Partial<Record<Action, number>>> {
  const counts = ACTIONS.map(
    (action) => [action, changes.filter((change) => change.action === action).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
