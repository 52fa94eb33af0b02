import { noPrivilegeEscalation } from '../../../lib/policy/rules/no-privilege-escalation';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noPrivilegeEscalation, {
  accepts: {
    'a container that forbids it': container('securityContext: { allowPrivilegeEscalation: false }'),
    'a pod for Windows': container('image: web', 'os: { name: windows }'),
  },
  rejects: {
    'a container that says nothing': [
      container('image: web'),
      'spec.containers[web].securityContext.allowPrivilegeEscalation: web does not forbid privilege escalation',
    ],
    'a container that allows it': [
      container('securityContext: { allowPrivilegeEscalation: true }'),
      'spec.containers[web].securityContext.allowPrivilegeEscalation: web allows privilege escalation',
    ],
  },
});
