import { limitOf } from '../../manifest/container-resources';
import { fieldAt } from '../../manifest/fields';
import { checkContainers } from '../each-container';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/**
 * Says nothing of a container with a read-only root file system: it writes to volumes, which have limits of their own
 * (`limit-empty-dir`), and to its output, which the kubelet rotates.
 */
export const requireEphemeralStorageLimit: Rule = {
  id: 'require-ephemeral-storage-limit',
  severity: PRODUCTION_WARNING,
  group: 'resources',
  what: 'A container that may write to its root file system must have a limit for it.',
  why: 'What it writes is on the disk of the node: when that is full, every pod there is evicted.',
  remedy: 'make the root file system read-only, or set resources.limits.ephemeral-storage',
  link: 'https://kubernetes.io/docs/concepts/storage/ephemeral-storage/',
  ...checkContainers((described, pod, resources) => {
    if (fieldAt(described.container, 'securityContext', 'readOnlyRootFilesystem') === true) return undefined;
    return limitOf(resources, pod, described, 'ephemeral-storage') === undefined
      ? ['resources.limits.ephemeral-storage', 'may fill the disk of the node: it has no limit for ephemeral storage']
      : undefined;
  }),
};
