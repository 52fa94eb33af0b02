import { seccompProfile } from '../../../lib/policy/rules/seccomp-profile';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(seccompProfile, {
  accepts: {
    'a profile for the pod': container('image: web', 'securityContext: { seccompProfile: { type: RuntimeDefault } }'),
    'a profile for each container': container('securityContext: { seccompProfile: { type: Localhost } }'),
    'none on Windows': container('image: web', 'os: { name: windows }'),
  },
  rejects: {
    none: [
      container('image: web'),
      'spec.containers[web].securityContext.seccompProfile.type: web has no seccomp profile',
    ],
    Unconfined: [
      container('securityContext: { seccompProfile: { type: Unconfined } }'),
      'spec.containers[web].securityContext.seccompProfile.type: web has the seccomp profile Unconfined',
    ],
    'Unconfined for the pod, told once': [
      container('image: web', 'securityContext: { seccompProfile: { type: Unconfined } }'),
      'spec.securityContext.seccompProfile.type: the pod has the seccomp profile Unconfined',
    ],
  },
});

describeRule(
  seccompProfile,
  {
    accepts: { 'none at the level baseline': container('image: web') },
    rejects: {
      'Unconfined at the level baseline': [
        container('securityContext: { seccompProfile: { type: Unconfined } }'),
        'spec.containers[web].securityContext.seccompProfile.type: web has the seccomp profile Unconfined',
      ],
    },
  },
  { podSecurity: 'baseline' },
);
