import { fieldAt, show } from '../../fields';
import { afterPod, type Breach, eachContainer, type PodSecurityCheck, type Terms } from '../check';
import { isWindows, podSecurity } from '../pod';
import type { DescribedPod } from '../../pods';

const FIELD = 'securityContext.seccompProfile.type';
const ALLOWED: ReadonlySet<unknown> = new Set(['RuntimeDefault', 'Localhost']);

/** Seccomp: `baseline` refuses a bad profile, `restricted` also none, but on Windows. */
export const seccompProfile: PodSecurityCheck = {
  id: 'seccomp-profile',
  level: 'baseline',
  evaluate: (pod, terms) => {
    const ofPod = podSecurity(pod, 'seccompProfile', 'type');
    return afterPod(
      isBad(ofPod)
        ? { path: `${pod.path}.${FIELD}`, message: `the pod has the seccomp profile ${show(ofPod)}` }
        : undefined,
      ofContainers(pod, ofPod === undefined && isRequired(pod, terms)),
    );
  },
};

function ofContainers(pod: DescribedPod, required: boolean): readonly Breach[] {
  return eachContainer(pod, (container) => {
    const own = fieldAt(container, 'securityContext', 'seccompProfile', 'type');
    if (isBad(own)) return [FIELD, `has the seccomp profile ${show(own)}`];
    return required && own === undefined ? [FIELD, 'has no seccomp profile'] : undefined;
  });
}

function isBad(type: unknown): boolean {
  return type !== undefined && !ALLOWED.has(type);
}

function isRequired(pod: DescribedPod, { level }: Terms): boolean {
  return level === 'restricted' && !isWindows(pod);
}
