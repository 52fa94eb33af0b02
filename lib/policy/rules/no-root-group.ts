import { fieldAt } from '../../manifest/fields';
import { type Breach, eachContainer } from '../../manifest/pod-security/check';
import { podSecurity } from '../../manifest/pod-security/pod';
import type { DescribedPod } from '../../manifest/pods';
import { violationsOf } from '../each-container';
import { checkEachPod } from '../each-pod';
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
  ...checkEachPod((pod) => {
    const ofContainers = eachContainer(pod, (container) =>
      fieldAt(container, 'securityContext', 'runAsGroup') === 0
        ? ['securityContext.runAsGroup', 'runs in the group 0']
        : undefined,
    );
    const fields = FIELDS.filter((field) => hasRoot(pod, field));
    return violationsOf(pod, [...fields.map((field) => ofPod(pod, field)), ...ofContainers]);
  }),
};

const FIELDS = ['runAsGroup', 'fsGroup', 'supplementalGroups'];

function hasRoot(pod: DescribedPod, field: string): boolean {
  const group = podSecurity(pod, field);
  return field === 'supplementalGroups' ? Array.isArray(group) && group.includes(0) : group === 0;
}

function ofPod({ path }: DescribedPod, field: string): Breach {
  return { path: `${path}.securityContext.${field}`, message: `the pod has the group 0: ${field}` };
}
