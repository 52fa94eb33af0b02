import { safeSelinuxOptions } from '../../../lib/policy/rules/safe-selinux-options';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  safeSelinuxOptions,
  {
    accepts: {
      'types for containers': container('securityContext: { seLinuxOptions: { type: container_kvm_t } }'),
      'a level': container('securityContext: { seLinuxOptions: { type: container_engine_t, level: s0 } }'),
    },
    rejects: {
      'another type': [
        container('securityContext: { seLinuxOptions: { type: spc_t } }'),
        'spec.containers[web].securityContext.seLinuxOptions.type: web has the SELinux type spc_t',
      ],
      'a user and a role': [
        container('image: web', 'securityContext: { seLinuxOptions: { user: root, role: admin } }'),
        'spec.securityContext.seLinuxOptions.user: the pod has the SELinux user root',
        'spec.securityContext.seLinuxOptions.role: the pod has the SELinux role admin',
      ],
    },
  },
  { podSecurity: 'baseline' },
);

describeRule(
  safeSelinuxOptions,
  {
    rejects: {
      'a type that is too new': [
        container('securityContext: { seLinuxOptions: { type: container_engine_t } }'),
        'spec.containers[web].securityContext.seLinuxOptions.type: web has the SELinux type container_engine_t',
      ],
    },
  },
  { kubernetes: '1.30' },
);
