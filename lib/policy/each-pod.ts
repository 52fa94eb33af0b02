import { findIn } from '../manifest/find-in';
import { oncePer } from '../manifest/once-per';
import { type DescribedPod, podsOf } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';
import type { Rule, Violation } from './rule';

/** What a rule finds in a pod. */
type Find = (pod: DescribedPod, resources: readonly Resource[], target: Target) => readonly Violation[];

/** What all rules look for in pods. */
const FINDS: Find[] = [];

/**
 * A check that looks at one pod after the other. All such checks look at a pod before any looks at the next one: of many
 * pods, to fetch them from memory takes longer than to judge them.
 */
export function checkEachPod(find: Find): Rule['check'] {
  FINDS.push(find);
  return (resources, target) =>
    foundIn(resources)(target).get(find) ?? findIn(podsOf(resources), (pod) => find(pod, resources, target));
}

const foundIn = oncePer((resources: readonly Resource[]) =>
  oncePer((target: Target): ReadonlyMap<Find, readonly Violation[]> => {
    const found = FINDS.map((find) => ({ find, violations: [] as Violation[] }));
    for (const pod of podsOf(resources)) {
      for (const { find, violations } of found) {
        for (const violation of find(pod, resources, target)) violations.push(violation);
      }
    }
    return new Map(found.map(({ find, violations }) => [find, violations]));
  }),
);
