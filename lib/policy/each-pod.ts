import { flatMap } from '../manifest/flat-map';
import { podsOf } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';
import type { Rule, Violation } from './rule';

/** What a rule does that looks at one pod after the other. */
export type PodChecks = Pick<Rule, 'check' | 'checkPod'>;

/** Looks for something in each pod. */
export function checkEachPod(find: NonNullable<Rule['checkPod']>): PodChecks {
  return {
    check: (resources, target) => flatMap(podsOf(resources), (pod) => find(pod, resources, target)),
    checkPod: find,
  };
}

/**
 * Where the pods break rules that look at one after the other. All rules look at a pod before any looks at the next one: of
 * many pods, to fetch them from memory takes longer than to judge them.
 */
export function violationsInPods(
  rules: readonly Rule[],
  resources: readonly Resource[],
  target: Target,
): ReadonlyMap<Rule, readonly Violation[]> {
  const found = rules.flatMap((rule) => (rule.checkPod ? [{ rule, violations: [] as Violation[] }] : []));
  for (const pod of podsOf(resources)) {
    for (let index = 0; index < found.length; index++) {
      const { rule, violations } = found[index]!;
      const inPod = rule.checkPod!(pod, resources, target);
      for (let at = 0; at < inPod.length; at++) violations.push(inPod[at]!);
    }
  }
  return new Map(found.map(({ rule, violations }) => [rule, violations]));
}
