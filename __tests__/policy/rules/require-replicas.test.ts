import { requireReplicas } from '../../../lib/policy/rules/require-replicas';
import { describeRule } from '../support/describe-rule';
import { manifests, object, service, workload } from '../support/manifests';

describeRule(requireReplicas, {
  accepts: {
    two: manifests(service(), workload('Deployment', 'replicas: 2')),
    'an autoscaler that starts with two': manifests(
      service(),
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 5',
      ),
      workload('Deployment', ''),
    ),
    'none, which is switched off': manifests(service(), workload('Deployment', 'replicas: 0')),
    'an autoscaler that goes down to none': manifests(
      service(),
      object('keda.sh/v1alpha1', 'ScaledObject', 'scaleTargetRef: { name: web }'),
      workload('Deployment', ''),
    ),
    'one that must never be two': manifests(service(), workload('Deployment', 'strategy: { type: Recreate }')),
    'a worker that no Service selects': workload('Deployment', 'replicas: 1'),
    'a database': manifests(service(), workload('StatefulSet', 'replicas: 1')),
    'a DaemonSet': manifests(service(), workload('DaemonSet', '')),
  },
  rejects: {
    one: [manifests(service(), workload('Deployment', 'replicas: 1')), 'spec.replicas: one pod is all there may be'],
    'nothing, which is one': [
      manifests(service(), workload('Deployment', '')),
      'spec.replicas: one pod is all there may be',
    ],
    'an autoscaler that starts with one': [
      manifests(
        service(),
        object(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 5',
        ),
        workload('Deployment', ''),
      ),
      'spec.replicas: one pod is all there may be, says HorizontalPodAutoscaler web',
    ],
  },
});
