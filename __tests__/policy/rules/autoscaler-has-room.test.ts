import { autoscalerHasRoom } from '../../../lib/policy/rules/autoscaler-has-room';
import { describeRule } from '../support/describe-rule';
import { object } from '../support/manifests';

describeRule(autoscalerHasRoom, {
  accepts: {
    'less than none, which the API server refuses': object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'minReplicas: 6, maxReplicas: 5',
    ),
    room: object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 5',
    ),
    'nothing said of the least': object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 5',
    ),
  },
  rejects: {
    'one pod, which is the least that there is if nothing is said': [
      object('autoscaling/v2', 'HorizontalPodAutoscaler', 'maxReplicas: 1'),
      'spec.maxReplicas: cannot scale: minReplicas and maxReplicas are both 1',
    ],
    none: [
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 5, maxReplicas: 5',
      ),
      'spec.maxReplicas: cannot scale: minReplicas and maxReplicas are both 5',
    ],
  },
});
