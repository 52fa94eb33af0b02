import { fieldAt } from '../../manifest/fields';
import { eachContainer } from '../../manifest/pod-security/check';
import { podSecurity } from '../../manifest/pod-security/pod';
import { type DescribedPod, podsOf } from '../../manifest/pods';
import { type Rule, WARNING } from '../rule';

/** Only an explicit group 0 is told: which group an image has by itself is not in the manifest. */
export const noRootGroup: Rule = {
  id: 'no-root-group',
  severity: WARNING,
  group: 'security',
  what: 'A container must not be in the group 0.',
  why: "The group 0 is root's: it may read, and often write, files of the image and of volumes that are root's.",
  remedy: 'set runAsGroup, fsGroup and supplementalGroups to other numbers',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  check: (resources) =>
    podsOf(resources).flatMap((pod) =>
      [
        ...groupsOfPod(pod),
        ...eachContainer(pod, (container) =>
          fieldAt(container, 'securityContext', 'runAsGroup') === 0
            ? ['securityContext.runAsGroup', 'runs in the group 0']
            : undefined,
        ),
      ].map((breach) => ({ resource: pod.resource, ...breach })),
    ),
};

function groupsOfPod(pod: DescribedPod) {
  const supplemental = podSecurity(pod, 'supplementalGroups');
  return [
    ['runAsGroup', podSecurity(pod, 'runAsGroup') === 0],
    ['fsGroup', podSecurity(pod, 'fsGroup') === 0],
    ['supplementalGroups', Array.isArray(supplemental) && supplemental.includes(0)],
  ].flatMap(([field, isRoot]) =>
    isRoot
      ? [{ path: `${pod.path}.securityContext.${String(field)}`, message: `the pod has the group 0: ${String(field)}` }]
      : [],
  );
}
