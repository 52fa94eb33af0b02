import type { PodSecurityCheck } from '../manifest/pod-security/check';
import { isAsked, termsOf } from '../manifest/pod-security/evaluate';
import { violationsOf } from './each-container';
import { checkEachPod } from './each-pod';
import { ERROR, type Rule } from './rule';

/**
 * A rule for a control of the Pod Security Standards: an error at the level that the target asks for, as a cluster that
 * enforces it refuses the pod.
 */
export function podSecurityRule(
  check: PodSecurityCheck,
  words: Pick<Rule, 'what' | 'why' | 'remedy' | 'locked'>,
): Rule {
  return {
    id: check.id,
    severity: ERROR,
    group: 'pod-security',
    link: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ...words,
    isAskedFor: ({ podSecurity }) => isAsked(check, podSecurity),
    ...checkEachPod((pod, _resources, { podSecurity, kubernetes }) => {
      const terms = termsOf(check, podSecurity, kubernetes);
      return terms ? violationsOf(pod, check.evaluate(pod, terms)) : [];
    }),
  };
}
