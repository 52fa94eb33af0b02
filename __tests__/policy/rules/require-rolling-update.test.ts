import { requireRollingUpdate } from '../../../lib/policy/rules/require-rolling-update';
import { describeRule } from '../support/describe-rule';
import { manifests, service, workload } from '../support/manifests';

describeRule(requireRollingUpdate, {
  accepts: {
    'the usual strategy': manifests(service(), workload('Deployment', 'replicas: 2')),
    'a single pod': manifests(service(), workload('Deployment', 'replicas: 1, strategy: { type: Recreate }')),
    'workers that no Service selects': workload('Deployment', 'replicas: 2, strategy: { type: Recreate }'),
  },
  rejects: {
    'Recreate of several': [
      manifests(service(), workload('Deployment', 'replicas: 2, strategy: { type: Recreate }')),
      'spec.strategy.type: all 2 pods end before a new one starts',
    ],
  },
});
