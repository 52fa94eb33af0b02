import { privilegeEscalation as check } from '../../manifest/pod-security/checks/no-privilege-escalation';
import { podSecurityRule } from '../pod-security-rule';

/** A container must forbid privilege escalation. */
export const noPrivilegeEscalation = podSecurityRule(check, {
  what: 'A container must forbid privilege escalation.',
  why: 'A setuid program in the image, such as su or sudo, would make whoever breaks in root again.',
  remedy: 'set securityContext.allowPrivilegeEscalation of the container to false',
});
