import { claimVolumesOf, writersOf } from '../../manifest/claims';
import { fieldAt } from '../../manifest/fields';
import { isWindows, podSecurity } from '../../manifest/pod-security/pod';
import type { DescribedContainer, DescribedPod } from '../../manifest/pods';
import { checkPods } from '../each-container';
import { type Rule, WARNING } from '../rule';

/** Says nothing of claims that many pods may write to: such storage has no owner that the kubelet could change. */
export const requireVolumeGroup: Rule = {
  id: 'require-volume-group',
  severity: WARNING,
  group: 'storage',
  what: 'A pod that does not run as root and writes to a claim must have an fsGroup.',
  why: "A new volume belongs to root: the program gets 'permission denied' at its first write.",
  remedy: 'set securityContext.fsGroup of the pod to the group of the user that it runs as',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod',
  ...checkPods((pod, resources) => {
    if (isWindows(pod) || podSecurity(pod, 'fsGroup') !== undefined) return undefined;
    const claim = claimVolumesOf(resources, pod)
      .filter(({ accessModes }) => !accessModes.includes('ReadWriteMany') && !accessModes.includes('ReadOnlyMany'))
      .find(({ name }) => writersOf(pod, name).some((writer) => !mayBeRoot(pod, writer)));
    return claim && ['securityContext.fsGroup', `the pod writes to the claim ${claim.name}, and has no fsGroup`];
  }),
};

function mayBeRoot(pod: DescribedPod, { container }: DescribedContainer): boolean {
  const user = fieldAt(container, 'securityContext', 'runAsUser') ?? podSecurity(pod, 'runAsUser');
  const nonRoot = fieldAt(container, 'securityContext', 'runAsNonRoot') ?? podSecurity(pod, 'runAsNonRoot');
  return user === undefined ? nonRoot !== true : user === 0;
}
