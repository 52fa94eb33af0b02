import { requireSpread } from '../../../lib/policy/rules/require-spread';
import { describeRule } from '../support/describe-rule';
import { manifests, object, workload } from '../support/manifests';

describeRule(requireSpread, {
  accepts: {
    'a constraint': workload(
      'Deployment',
      'replicas: 2',
      'topologySpreadConstraints: [{ topologyKey: kubernetes.io/hostname }]',
    ),
    'affinity against each other': workload('Deployment', 'replicas: 2', 'affinity: { podAntiAffinity: {} }'),
    'one pod': workload('Deployment', ''),
    'a DaemonSet': workload('DaemonSet', ''),
  },
  rejects: {
    nothing: [
      workload('Deployment', 'replicas: 2'),
      'spec.template.spec.topologySpreadConstraints: the 2 pods may all be put on the same node',
    ],
    'an empty list under an autoscaler': [
      manifests(
        object(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 3, maxReplicas: 5',
        ),
        workload('Deployment', '', 'topologySpreadConstraints: []'),
      ),
      'spec.template.spec.topologySpreadConstraints: the 3 pods may all be put on the same node',
    ],
  },
});
