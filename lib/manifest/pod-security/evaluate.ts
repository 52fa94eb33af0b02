import type { DescribedPod } from '../pods';
import type { Target } from '../target';
import { minorOf } from '../version';
import type { Breach, PodSecurityCheck, Terms } from './check';
import { POD_SECURITY_CHECKS } from './checks';

/** A control that a pod breaks, and where. */
export interface PodSecurityViolation extends Breach {
  /** The id of the check, such as `no-privileged-container`. */
  readonly check: string;
}

/** Where a pod breaks the Pod Security Standards, at a level of them, as a Kubernetes version has them. */
export function evaluatePodSecurity(
  pod: DescribedPod,
  level: Target['podSecurity'],
  version: string,
): readonly PodSecurityViolation[] {
  return POD_SECURITY_CHECKS.flatMap((check) => {
    const terms = termsOf(check, level, version);
    return terms ? check.evaluate(pod, terms).map((breach) => ({ check: check.id, ...breach })) : [];
  });
}

/** By what pods are judged for one control; `undefined` at a level that does not ask for it. */
export function termsOf(check: PodSecurityCheck, level: Target['podSecurity'], version: string): Terms | undefined {
  return isAsked(check, level) ? { level, minor: minorOf(version) } : undefined;
}

/** Whether a level asks for a control. */
export function isAsked(check: PodSecurityCheck, level: Target['podSecurity']): level is PodSecurityCheck['level'] {
  return level === 'restricted' || level === check.level;
}
