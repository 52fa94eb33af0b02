import { noSharedProcesses } from '../../../lib/policy/rules/no-shared-processes';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noSharedProcesses, {
  accepts: {
    'a pod that says nothing': container('image: web'),
    'a pod that says no': container('image: web', 'shareProcessNamespace: false'),
  },
  rejects: {
    'a pod that shares them': [
      container('image: web', 'shareProcessNamespace: true'),
      'spec.shareProcessNamespace: the containers of the pod see the processes of each other',
    ],
  },
});
