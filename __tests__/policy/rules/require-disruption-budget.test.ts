import { requireDisruptionBudget } from '../../../lib/policy/rules/require-disruption-budget';
import { describeRule } from '../support/describe-rule';
import { manifests, object, workload } from '../support/manifests';

describeRule(requireDisruptionBudget, {
  accepts: {
    'a budget': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, maxUnavailable: 1'),
      workload('Deployment', 'replicas: 3'),
    ),
    'a budget for all pods': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: {}'),
      workload('Deployment', 'replicas: 3'),
    ),
    'one pod': workload('Deployment', 'replicas: 1'),
    'an autoscaler that may go down to one': manifests(
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 5',
      ),
      workload('Deployment', ''),
    ),
    'a DaemonSet': workload('DaemonSet', ''),
  },
  rejects: {
    none: [workload('Deployment', 'replicas: 3'), 'at least 3 pods, and no PodDisruptionBudget'],
    'none under an autoscaler': [
      manifests(
        object(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'scaleTargetRef: { kind: StatefulSet, name: web }, minReplicas: 2, maxReplicas: 5',
        ),
        workload('StatefulSet', ''),
      ),
      'at least 2 pods, and no PodDisruptionBudget',
    ],
    'a budget for others': [
      manifests(
        object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: db } }'),
        workload('Deployment', 'replicas: 2'),
      ),
      'at least 2 pods, and no PodDisruptionBudget',
    ],
  },
});
