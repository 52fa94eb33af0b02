import { disruptionBudgetLetsDrain } from '../../../lib/policy/rules/disruption-budget-lets-drain';
import { describeRule } from '../support/describe-rule';
import { container, manifests, object, workload } from '../support/manifests';

describeRule(disruptionBudgetLetsDrain, {
  accepts: {
    'one that may go': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, maxUnavailable: 1'),
      workload('Deployment', 'replicas: 1'),
    ),
    'some that stay': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 1'),
      workload('Deployment', 'replicas: 2'),
    ),
    'a share that may go': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, maxUnavailable: 10%'),
      workload('Deployment', 'replicas: 2'),
    ),
    'a share that stays': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 50%'),
      workload('Deployment', 'replicas: 2'),
    ),
    'pods whose number is not known': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 2'),
      container('image: web'),
    ),
    'pods that are elsewhere': object(
      'policy/v1',
      'PodDisruptionBudget',
      'selector: { matchLabels: { app: web } }, minAvailable: 2',
    ),
    'what is switched off': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 1'),
      workload('Deployment', 'replicas: 0'),
    ),
    'two workloads together': manifests(
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 1'),
      workload('Deployment', 'replicas: 1'),
      workload('StatefulSet', 'replicas: 1'),
    ),
  },
  rejects: {
    'none that may go': [
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, maxUnavailable: 0'),
      'spec.maxUnavailable: lets no pod go: maxUnavailable is 0',
    ],
    'a share of none': [
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, maxUnavailable: 0%'),
      'spec.maxUnavailable: lets no pod go: maxUnavailable is 0%',
    ],
    'all that stay': [
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 100%'),
      'spec.minAvailable: lets no pod go: minAvailable is 100%',
    ],
    'a budget for a single pod': [
      manifests(
        object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 1'),
        workload('StatefulSet', ''),
      ),
      'spec.minAvailable: lets no pod go: minAvailable is 1 of 1 pod',
    ],
    'as many as the autoscaler starts with': [
      manifests(
        object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 2'),
        object(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 5',
        ),
        workload('Deployment', ''),
      ),
      'spec.minAvailable: lets no pod go: minAvailable is 2 of 2 pods',
    ],
    'a share that is rounded up to all': [
      manifests(
        object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }, minAvailable: 80%'),
        workload('Deployment', 'replicas: 2'),
      ),
      'spec.minAvailable: lets no pod go: minAvailable is 80% of 2 pods',
    ],
  },
});
