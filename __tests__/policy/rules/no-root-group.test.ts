import { noRootGroup } from '../../../lib/policy/rules/no-root-group';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noRootGroup, {
  accepts: {
    'other groups': container(
      'securityContext: { runAsGroup: 999 }',
      'securityContext: { fsGroup: 70, supplementalGroups: [1, 2] }',
    ),
    'no group': container('image: web'),
  },
  rejects: {
    'the group of root anywhere': [
      container(
        'securityContext: { runAsGroup: 0 }',
        'securityContext: { runAsGroup: 0, fsGroup: 0, supplementalGroups: [1, 0] }',
      ),
      'spec.securityContext.runAsGroup: the pod has the group 0: runAsGroup',
      'spec.securityContext.fsGroup: the pod has the group 0: fsGroup',
      'spec.securityContext.supplementalGroups: the pod has the group 0: supplementalGroups',
      'spec.containers[web].securityContext.runAsGroup: web runs in the group 0',
    ],
  },
});
