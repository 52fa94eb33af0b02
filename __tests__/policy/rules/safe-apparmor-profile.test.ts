import { safeApparmorProfile } from '../../../lib/policy/rules/safe-apparmor-profile';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  safeApparmorProfile,
  {
    accepts: {
      'a profile': container(
        'securityContext: { appArmorProfile: { type: Localhost } }',
        'securityContext: { appArmorProfile: { type: RuntimeDefault } }',
      ),
      'an annotation with a profile':
        '{ apiVersion: v1, kind: Pod, metadata: { annotations: { container.apparmor.security.beta.kubernetes.io/web: localhost/web } }, spec: { containers: [{ name: web }] } }',
    },
    rejects: {
      Unconfined: [
        container('securityContext: { appArmorProfile: { type: Unconfined } }'),
        'spec.containers[web].securityContext.appArmorProfile.type: web has the AppArmor profile Unconfined',
      ],
      'Unconfined for the pod': [
        container('image: web', 'securityContext: { appArmorProfile: { type: Unconfined } }'),
        'spec.securityContext.appArmorProfile.type: the pod has the AppArmor profile Unconfined',
      ],
      'an annotation that switches it off': [
        '{ apiVersion: v1, kind: Pod, metadata: { annotations: { container.apparmor.security.beta.kubernetes.io/web: unconfined } }, spec: { containers: [{ name: web }] } }',
        'metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]: web has the AppArmor profile unconfined',
      ],
    },
  },
  { podSecurity: 'baseline' },
);
