import { fieldAt } from '../../manifest/fields';
import { isWindows } from '../../manifest/pod-security/pod';
import { checkContainers } from '../each-container';
import { type Rule, WARNING } from '../rule';

/** A container writes to volumes only. Windows has no such setting. */
export const readOnlyRootFilesystem: Rule = {
  id: 'read-only-root-filesystem',
  severity: WARNING,
  group: 'security',
  what: 'The root file system of a container must be read-only.',
  why: 'Whoever breaks in can leave nothing behind there, and what the program writes is on volumes, where it is seen.',
  remedy:
    'set securityContext.readOnlyRootFilesystem to true, and mount an emptyDir wherever the program writes, as at /tmp',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  ...checkContainers(({ container }, pod) => {
    const field = 'securityContext.readOnlyRootFilesystem';
    if (isWindows(pod) || fieldAt(container, 'securityContext', 'readOnlyRootFilesystem') === true) return undefined;
    return [field, 'may write to its root file system'];
  }),
};
