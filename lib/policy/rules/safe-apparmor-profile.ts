import { safeApparmorProfile as check } from '../../manifest/pod-security/checks/safe-apparmor-profile';
import { podSecurityRule } from '../pod-security-rule';

/** A container must not switch its AppArmor profile off. */
export const safeApparmorProfile = podSecurityRule(check, {
  what: 'A container must not switch its AppArmor profile off.',
  why: 'The profile keeps a container from files and calls of the node that it has no business with.',
  remedy: 'leave it out, or set it to RuntimeDefault or to a profile of the node with Localhost',
});
