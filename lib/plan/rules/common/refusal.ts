import type { Objection } from '../../prediction';
import type { Change, PlanRule, Remark, Whole } from '../../rule';

/** A rule about updates that the API server refuses. */
export interface Refusal extends PlanRule {
  /** Whether an objection of the server is this rule's. */
  concerns(change: Change, objection: Objection): boolean;
}

/** What a refusal says once all of its objections are together, as they have one remedy. */
type Tell = (change: Change, objections: readonly Objection[], whole: Whole) => Remark | readonly Remark[];

/** A rule about updates that the API server refuses, which says all of its objections to an object at once. */
export function refusal(rule: Omit<Refusal, 'find' | 'levels'>, tell: Tell): Refusal {
  return {
    ...rule,
    levels: ['error'],
    find: (change, whole) => {
      const objections = change.objections.filter((objection) => rule.concerns(change, objection));
      return objections.length === 0 ? [] : [tell(change, objections, whole)].flat();
    },
  };
}
