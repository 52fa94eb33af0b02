import { noSurgeWithSingleClaim } from '../../../lib/policy/rules/no-surge-with-single-claim';
import { describeRule } from '../support/describe-rule';
import { manifests, workload } from '../support/manifests';

describeRule(noSurgeWithSingleClaim, {
  accepts: {
    'the same as a percentage': manifests(
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOnce] } }',
      workload(
        'Deployment',
        'strategy: { rollingUpdate: { maxSurge: 0% } }',
        'containers: [{ name: web }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
    ),
    Recreate: manifests(
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOnce] } }',
      workload(
        'Deployment',
        'strategy: { type: Recreate }',
        'containers: [{ name: web }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
    ),
    'no pod more than there are': manifests(
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOnce] } }',
      workload(
        'Deployment',
        'strategy: { rollingUpdate: { maxSurge: 0 } }',
        'containers: [{ name: web }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
    ),
    'a claim that many nodes mount': manifests(
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOnce, ReadWriteMany] } }',
      workload(
        'Deployment',
        '',
        'containers: [{ name: web }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
    ),
    'a claim that is elsewhere': workload(
      'Deployment',
      '',
      'containers: [{ name: web }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ),
    'a StatefulSet': manifests(
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOnce] } }',
      workload(
        'StatefulSet',
        '',
        'containers: [{ name: web }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
    ),
    'a claim for each pod': workload(
      'Deployment',
      '',
      'volumes: [{ name: data, ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce] } } } }]',
    ),
  },
  rejects: {
    'the usual strategy': [
      manifests(
        '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOncePod] } }',
        workload(
          'Deployment',
          '',
          'containers: [{ name: web }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
        ),
      ),
      'spec.strategy: a new pod starts while the old one has the claim data, which is ReadWriteOncePod',
    ],
  },
});
