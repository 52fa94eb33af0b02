import { readOnlyRootFilesystem } from '../../../lib/policy/rules/read-only-root-filesystem';
import { describeRule } from '../support/describe-rule';
import { container, pod } from '../support/manifests';

describeRule(readOnlyRootFilesystem, {
  accepts: {
    'a read-only one': container('securityContext: { readOnlyRootFilesystem: true }'),
    'a pod for Windows': container('image: web', 'os: { name: windows }'),
    'a container that somebody added to look into the pod': pod('ephemeralContainers: [{ name: debug }]'),
  },
  rejects: {
    'one that may be written to': [
      container('securityContext: { readOnlyRootFilesystem: false }'),
      'spec.containers[web].securityContext.readOnlyRootFilesystem: web may write to its root file system',
    ],
    'one of which nothing is said, of init containers too': [
      pod('initContainers: [{ name: init }]'),
      'spec.initContainers[init].securityContext.readOnlyRootFilesystem: init may write to its root file system',
    ],
  },
});
