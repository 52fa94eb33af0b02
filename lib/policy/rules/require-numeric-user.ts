import { fieldAt } from '../../manifest/fields';
import { isWindows, podSecurity } from '../../manifest/pod-security/pod';
import { checkContainers } from '../each-container';
import { type Rule, WARNING } from '../rule';

/**
 * `runAsNonRoot` needs a user by number. The image may have one, which the manifest does not show: a warning, although
 * the container does not start if it has not.
 */
export const requireNumericUser: Rule = {
  id: 'require-numeric-user',
  severity: WARNING,
  group: 'security',
  what: 'A container that must not run as root must say the number of its user.',
  why: 'If the image names its user by a word, as in USER nobody, the kubelet cannot tell that it is not root and does not start it.',
  remedy: "set securityContext.runAsUser to the number of the image's user",
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  ...checkContainers(({ container }, pod) => {
    const nonRoot = fieldAt(container, 'securityContext', 'runAsNonRoot') ?? podSecurity(pod, 'runAsNonRoot');
    const user = fieldAt(container, 'securityContext', 'runAsUser') ?? podSecurity(pod, 'runAsUser');
    if (isWindows(pod) || nonRoot !== true || user !== undefined) return undefined;
    return ['securityContext.runAsUser', 'must not run as root, and has no number of a user'];
  }),
};
