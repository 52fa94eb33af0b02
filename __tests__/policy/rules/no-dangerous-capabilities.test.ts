import { noDangerousCapabilities } from '../../../lib/policy/rules/no-dangerous-capabilities';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  noDangerousCapabilities,
  {
    accepts: {
      'a container that adds nothing': container('securityContext: { capabilities: { drop: [ALL] } }'),
      'what a container runtime gives anyway': container(
        'securityContext: { capabilities: { add: [CHOWN, NET_BIND_SERVICE, SYS_CHROOT] } }',
      ),
    },
    rejects: {
      'others, by name': [
        container('securityContext: { capabilities: { add: [SYS_ADMIN, CHOWN, NET_RAW] } }'),
        'spec.containers[web].securityContext.capabilities.add: web adds SYS_ADMIN, NET_RAW',
      ],
    },
  },
  { podSecurity: 'baseline' },
);
