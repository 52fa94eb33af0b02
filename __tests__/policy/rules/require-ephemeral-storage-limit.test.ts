import { requireEphemeralStorageLimit } from '../../../lib/policy/rules/require-ephemeral-storage-limit';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(requireEphemeralStorageLimit, {
  accepts: {
    'a read-only root file system': container('securityContext: { readOnlyRootFilesystem: true }'),
    'a limit': container('resources: { limits: { ephemeral-storage: 1Gi } }'),
  },
  rejects: {
    neither: [
      container('image: web'),
      'spec.containers[web].resources.limits.ephemeral-storage: web may fill the disk of the node: it has no limit for ephemeral storage',
    ],
  },
});
