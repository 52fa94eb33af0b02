import { requireVolumeGroup } from '../../../lib/policy/rules/require-volume-group';
import { describeRule } from '../support/describe-rule';
import { container, manifests, pod, workload } from '../support/manifests';

describeRule(requireVolumeGroup, {
  accepts: {
    'a group': pod(
      'securityContext: { runAsUser: 70, fsGroup: 70 }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ),
    'a pod that may be root': pod(
      'containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ),
    root: pod(
      'securityContext: { runAsUser: 0 }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ),
    'a claim that is only read': pod(
      'securityContext: { runAsUser: 70 }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data, readOnly: true }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ),
    'a claim that many pods write to': manifests(
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteMany] } }',
      pod(
        'securityContext: { runAsUser: 70 }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
    ),
    'no claim': container('image: web', 'securityContext: { runAsUser: 70 }'),
  },
  rejects: {
    'a user by number': [
      pod(
        'securityContext: { runAsUser: 70 }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
      'spec.securityContext.fsGroup: the pod writes to the claim data, and has no fsGroup',
    ],
    'a user who is not root': [
      pod(
        'securityContext: { runAsNonRoot: true }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
      'spec.securityContext.fsGroup: the pod writes to the claim data, and has no fsGroup',
    ],
    'the claims of a StatefulSet': [
      workload(
        'StatefulSet',
        'volumeClaimTemplates: [{ metadata: { name: data } }]',
        'securityContext: { runAsUser: 70 }, containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }] }]',
      ),
      'spec.template.spec.securityContext.fsGroup: the pod writes to the claim data, and has no fsGroup',
    ],
  },
});
