import { changeVolumeOwnerOnce } from '../../../lib/policy/rules/change-volume-owner-once';
import { describeRule } from '../support/describe-rule';
import { container, pod } from '../support/manifests';

describeRule(changeVolumeOwnerOnce, {
  accepts: {
    OnRootMismatch: pod(
      'securityContext: { fsGroup: 70, fsGroupChangePolicy: OnRootMismatch }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ),
    'no group': pod(
      'containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ),
    'no claim': container('image: web', 'securityContext: { fsGroup: 70 }'),
  },
  rejects: {
    'anything else': [
      pod(
        'securityContext: { fsGroup: 70, fsGroupChangePolicy: Always }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
      'spec.securityContext.fsGroupChangePolicy: every start changes the owner of all files of the claim data',
    ],
    nothing: [
      pod(
        'securityContext: { fsGroup: 70 }, containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
      'spec.securityContext.fsGroupChangePolicy: every start changes the owner of all files of the claim data',
    ],
  },
});
