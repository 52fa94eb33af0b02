import { groupBy } from '../../manifest/group-by';
import type { PlannedChange } from '../plan';
import { ACTIONS } from './count';
import { namesOf } from './names';

/** Changes that are told in one line: one, or several that are the same but for the names. */
export type Group = readonly [PlannedChange, ...PlannedChange[]];

/** From so many on, the same change of several resources is one line. */
const LEAST = 3;

const SEVERITIES = ['error', 'warning', 'note', undefined] as const;

/** Changes as they are told: the gravest first, and the same one of many resources once. */
export function groupChanges(changes: readonly PlannedChange[]): readonly Group[] {
  const alike = groupBy(changes, (change) => keyOf(change));
  return [...alike.values()]
    .flatMap((group) => (group.length >= LEAST ? [group] : group.map((change) => [change])))
    .map((group) => group as unknown as Group)
    .toSorted(([a], [b]) => gravity(a) - gravity(b));
}

/** The gravest level of what was found of a change. */
export function levelOf({ findings }: PlannedChange): (typeof SEVERITIES)[number] {
  return SEVERITIES.find((level) => findings.some(({ severity }) => severity === level));
}

/** How grave a change is, for sorting: what was found first, then what it does; the smaller the graver. */
export function gravity(change: PlannedChange): number {
  const level = SEVERITIES.indexOf(levelOf(change));
  return Math.min(level, SEVERITIES.indexOf('note')) * ACTIONS.length + ACTIONS.indexOf(change.action);
}

/** What a change is and what to do about it, without the names of what it is about. */
function keyOf(change: PlannedChange): string {
  const { from, action, rollout, byMode, reason, fields, findings } = change;
  const remarks = findings.map(({ origin: _, resource: __, ...remark }) => remark);
  const text = JSON.stringify([action, rollout, byMode, reason, fields, remarks, from !== undefined]);
  return namesOf(change).reduce((left, [name]) => left.replaceAll(name, '*'), text);
}
