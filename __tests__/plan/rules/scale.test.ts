import { autoscalerLosesGrip } from '../../../lib/plan/rules/autoscaler-loses-grip';
import { budgetBlocksDrains } from '../../../lib/plan/rules/budget-blocks-drains';
import { claimsOfPods } from '../../../lib/plan/rules/claims-of-pods';
import { replicasBesideAutoscaler } from '../../../lib/plan/rules/replicas-beside-autoscaler';
import { scaleFalls } from '../../../lib/plan/rules/scale-falls';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, deployment, object, statefulSet } from '../support/manifests';

const scaled = (spec: string) => deployment('image: web:1', spec);
const METRIC =
  'metrics: [{ type: Resource, resource: { name: memory, target: { type: Utilization, averageUtilization: 70 } } }]';
const autoscaler = (fields = 'maxReplicas: 9') =>
  object(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'web',
    `spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, ${fields} }`,
  );

describePlanRule(scaleFalls, {
  accepts: {
    'fewer pods, but two': [scaled('replicas: 5'), scaled('replicas: 2')],
    'more pods': [scaled('replicas: 0'), scaled('replicas: 1')],
    'a number that an autoscaler sets': [all(scaled('replicas: 3'), autoscaler()), all(scaled(''), autoscaler())],
    'a default that is written now': [scaled(''), scaled('replicas: 1')],
  },
  tells: {
    'none left': [
      scaled('replicas: 3'),
      scaled('replicas: 0'),
      'Deployment web: warning (downtime): replicas 3 → 0: nothing runs any more',
    ],
    'one left': [
      scaled('replicas: 3'),
      scaled('replicas: 1'),
      'Deployment web: warning (downtime): replicas 3 → 1: no pod is left to take over',
    ],
    'a number that is removed': [
      scaled('replicas: 3'),
      scaled(''),
      'Deployment web: warning (downtime): replicas is removed: 3 → 1, the default',
    ],
  },
});

describePlanRule(replicasBesideAutoscaler, {
  accepts: {
    'a workload that leaves the number to it': [
      all(scaled(''), autoscaler()),
      all(scaled('minReadySeconds: 5'), autoscaler()),
    ],
    'a workload without an autoscaler': [scaled('replicas: 3'), scaled('replicas: 5')],
    'what does not change': [all(scaled('replicas: 3'), autoscaler()), all(scaled('replicas: 3'), autoscaler())],
  },
  tells: {
    'an autoscaler that comes': [
      scaled('replicas: 3'),
      all(scaled('replicas: 3'), autoscaler()),
      'HorizontalPodAutoscaler web: warning (downtime): replicas of Deployment web is 3, but HorizontalPodAutoscaler web sets the number: apply conflicts with the autoscaler once that has scaled',
    ],
    'another number': [
      all(scaled('replicas: 3'), autoscaler()),
      all(scaled('replicas: 5'), autoscaler()),
      'Deployment web: warning (downtime): replicas is 5, but HorizontalPodAutoscaler web sets the number: apply conflicts with the autoscaler once that has scaled',
    ],
    'what was so before, as a note': [
      all(scaled('replicas: 3'), autoscaler()),
      all(scaled('replicas: 3, minReadySeconds: 5'), autoscaler()),
      'Deployment web: note: replicas is 3, but HorizontalPodAutoscaler web sets the number: apply conflicts with the autoscaler once that has scaled',
    ],
    'a number that is handed over': [
      all(scaled('replicas: 3'), autoscaler()),
      all(scaled(''), autoscaler()),
      'Deployment web: note: replicas is handed over to HorizontalPodAutoscaler web; the pods fall to 1 for a moment if nothing has scaled them yet',
    ],
  },
});

describePlanRule(
  replicasBesideAutoscaler,
  {
    tells: {
      'a number that is handed over, which client-side apply takes for one pod': [
        all(scaled('replicas: 3'), autoscaler()),
        all(scaled(''), autoscaler()),
        'Deployment web: error (downtime): client-side apply drops the pods to 1 (manifest: 3) until HorizontalPodAutoscaler web scales them up again',
        '$ kubectl apply edit-last-applied -n shop deployment/web',
      ],
      'a number that each apply sets': [
        scaled('replicas: 3'),
        all(scaled('replicas: 3'), autoscaler()),
        'HorizontalPodAutoscaler web: warning (downtime): replicas of Deployment web is 3, but HorizontalPodAutoscaler web sets the number: each apply sets it back to 3',
      ],
    },
  },
  { apply: 'client' },
);

describePlanRule(autoscalerLosesGrip, {
  accepts: { 'more room': [autoscaler(), autoscaler('maxReplicas: 20')] },
  tells: {
    'metrics that are removed': [
      autoscaler(`maxReplicas: 9, ${METRIC}`),
      autoscaler(),
      'HorizontalPodAutoscaler web: warning: metrics is removed: the API server fills in 80 % of the CPU request',
    ],
    'less room': [
      autoscaler(),
      autoscaler('maxReplicas: 4'),
      'HorizontalPodAutoscaler web: warning: maxReplicas 9 → 4: pods above that end at once',
    ],
    'a target without pods': [
      scaled('replicas: 0'),
      all(scaled('replicas: 0'), autoscaler()),
      'HorizontalPodAutoscaler web: warning: Deployment web has replicas: 0, which switches the autoscaler off',
    ],
  },
});

const RETENTION = (whenDeleted: string, whenScaled: string) =>
  `persistentVolumeClaimRetentionPolicy: { whenDeleted: ${whenDeleted}, whenScaled: ${whenScaled} }`;

describePlanRule(claimsOfPods, {
  accepts: {
    'more pods': [statefulSet('replicas: 3'), statefulSet('replicas: 5')],
    'a StatefulSet without claims': [
      statefulSet('replicas: 3').replace(/volumeClaimTemplates: \[.*?\], /, ''),
      statefulSet('replicas: 1').replace(/volumeClaimTemplates: \[.*?\], /, ''),
    ],
    'the default, written': [statefulSet(), statefulSet(`replicas: 3, ${RETENTION('Retain', 'Retain')}`)],
    'what was so before': [
      statefulSet(`replicas: 3, ${RETENTION('Delete', 'Delete')}`),
      statefulSet(`replicas: 4, ${RETENTION('Delete', 'Delete')}`),
    ],
  },
  tells: {
    'claims that will go with the StatefulSet': [
      statefulSet(),
      statefulSet(`replicas: 3, ${RETENTION('Delete', 'Retain')}`),
      'StatefulSet db: error (data-loss): whenDeleted → Delete: the claims are deleted as soon as the StatefulSet is deleted, and their volumes with them',
    ],
    'claims that go with their pods': [
      statefulSet(`replicas: 5, ${RETENTION('Retain', 'Delete')}`),
      statefulSet(`replicas: 3, ${RETENTION('Retain', 'Delete')}`),
      'StatefulSet db: error (data-loss): data-db-3, data-db-4 are deleted with their pods: replicas 5 → 3, whenScaled is Delete',
    ],
    'claims that stay': [
      statefulSet('replicas: 5'),
      statefulSet('replicas: 3'),
      'StatefulSet db: note: data-db-3, data-db-4 stay and cost; they are used again when it is scaled up',
      '$ kubectl delete -n shop pvc/data-db-3 pvc/data-db-4',
    ],
    'other numbers of pods': [
      statefulSet(),
      statefulSet('replicas: 3, ordinals: { start: 5 }'),
      'StatefulSet db: error (data-loss): ordinals.start 0 → 5: pods get new names and new, empty claims (data-db-5, data-db-6, data-db-7); data-db-0, data-db-1, data-db-2 are left behind',
    ],
    'another name': [
      statefulSet(),
      statefulSet().replace('name: db, namespace', 'name: store, namespace'),
      'StatefulSet store: error (data-loss): the pods of store begin with new, empty claims; data-db-0, data-db-1, data-db-2 belong to db',
    ],
  },
});

const budget = (spec: string) =>
  object('policy/v1', 'PodDisruptionBudget', 'web', `spec: { ${spec}, selector: { matchLabels: { app: web } } }`);

describePlanRule(budgetBlocksDrains, {
  accepts: {
    'a budget that lets one go': [scaled('replicas: 3'), all(scaled('replicas: 3'), budget('maxUnavailable: 1'))],
    'what was so before': [
      all(scaled('replicas: 3'), budget('minAvailable: 3')),
      all(scaled('replicas: 3, minReadySeconds: 1'), budget('minAvailable: 3')),
    ],
    'a budget for pods that are not known': ['', budget('minAvailable: 1')],
  },
  tells: {
    'a budget that lets none go': [
      scaled('replicas: 3'),
      all(scaled('replicas: 3'), budget('maxUnavailable: 0')),
      'PodDisruptionBudget web: warning: maxUnavailable is 0, so that no pod may go and draining a node hangs',
    ],
    'a budget of as many as there are': [
      scaled('replicas: 2'),
      all(scaled('replicas: 2'), budget('minAvailable: 2')),
      'PodDisruptionBudget web: warning: minAvailable is 2 of 2, so that no pod may go and draining a node hangs',
    ],
    'a budget that keeps all': [
      scaled('replicas: 2'),
      all(scaled('replicas: 2'), budget('minAvailable: 100%')),
      'PodDisruptionBudget web: warning: minAvailable is 100%, so that no pod may go and draining a node hangs',
    ],
    'fewer pods under the same budget': [
      all(scaled('replicas: 3'), budget('minAvailable: 2')),
      all(scaled('replicas: 2'), budget('minAvailable: 2')),
      'Deployment web: warning: PodDisruptionBudget web: minAvailable is 2 of 2, so that no pod may go and draining a node hangs',
    ],
  },
});
