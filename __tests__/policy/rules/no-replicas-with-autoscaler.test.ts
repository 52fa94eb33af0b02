import { noReplicasWithAutoscaler } from '../../../lib/policy/rules/no-replicas-with-autoscaler';
import { describeRule } from '../support/describe-rule';
import { manifests, object, workload } from '../support/manifests';

describeRule(noReplicasWithAutoscaler, {
  accepts: {
    'an autoscaler alone': manifests(
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 5',
      ),
      workload('Deployment', ''),
    ),
    'replicas alone': workload('Deployment', 'replicas: 2'),
    'an autoscaler of another kind': manifests(
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'scaleTargetRef: { kind: StatefulSet, name: web }, maxReplicas: 5',
      ),
      workload('Deployment', 'replicas: 2'),
    ),
  },
  rejects: {
    both: [
      manifests(
        object(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 5',
        ),
        workload('Deployment', 'replicas: 2'),
      ),
      "spec.replicas: is 2, but HorizontalPodAutoscaler 'web' sets the number",
    ],
    'both, with KEDA': [
      manifests(
        object('keda.sh/v1alpha1', 'ScaledObject', 'scaleTargetRef: { name: web }'),
        workload('Deployment', 'replicas: 2'),
      ),
      "spec.replicas: is 2, but ScaledObject 'web' sets the number",
    ],
  },
});
