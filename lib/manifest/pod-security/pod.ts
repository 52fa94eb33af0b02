import { fieldAt } from '../fields';
import type { DescribedPod } from '../pods';

/** Whether a pod says that it runs on Windows, where some controls mean nothing. */
export function isWindows({ spec }: DescribedPod): boolean {
  return fieldAt(spec, 'os', 'name') === 'windows';
}

/** Whether root in the pod is nobody on the node; the standards trust that from Kubernetes 1.35. */
export function hasOwnUsers({ spec }: DescribedPod): boolean {
  return fieldAt(spec, 'hostUsers') === false;
}

/** A field of the pod's own security context. */
export function podSecurity({ spec }: DescribedPod, field: string, inside?: string): unknown {
  return fieldAt(spec, 'securityContext', field, inside);
}
