import type { DescribedPod } from '../pods';
import type { Target } from '../target';
import { minorOf } from '../version';
import type { Breach, PodSecurityCheck } from './check';
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
  return POD_SECURITY_CHECKS.flatMap((check) =>
    evaluateCheck(check, pod, level, version).map((breach) => ({ check: check.id, ...breach })),
  );
}

/** Where a pod breaks one control; nowhere at a level that does not ask for it. */
export function evaluateCheck(
  check: PodSecurityCheck,
  pod: DescribedPod,
  level: Target['podSecurity'],
  version: string,
): readonly Breach[] {
  if (level === 'privileged' || (level === 'baseline' && check.level === 'restricted')) return [];
  return check.evaluate(pod, { level, minor: minorOf(version) });
}
