import { evictUnhealthyPods } from '../../../lib/policy/rules/evict-unhealthy-pods';
import { describeRule } from '../support/describe-rule';
import { object } from '../support/manifests';

describeRule(evictUnhealthyPods, {
  accepts: {
    AlwaysAllow: object(
      'policy/v1',
      'PodDisruptionBudget',
      'selector: { matchLabels: { app: web } }, unhealthyPodEvictionPolicy: AlwaysAllow',
    ),
  },
  rejects: {
    nothing: [
      object('policy/v1', 'PodDisruptionBudget', 'selector: { matchLabels: { app: web } }'),
      'spec.unhealthyPodEvictionPolicy: protects pods that are not ready',
    ],
    IfHealthyBudget: [
      object(
        'policy/v1',
        'PodDisruptionBudget',
        'selector: { matchLabels: { app: web } }, unhealthyPodEvictionPolicy: IfHealthyBudget',
      ),
      'spec.unhealthyPodEvictionPolicy: protects pods that are not ready',
    ],
  },
});
