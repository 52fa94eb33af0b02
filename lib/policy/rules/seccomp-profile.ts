import { seccompProfile as check } from '../../manifest/pod-security/checks/seccomp-profile';
import { podSecurityRule } from '../pod-security-rule';

/** A container must have a seccomp profile. */
export const seccompProfile = podSecurityRule(check, {
  what: 'A container must have a seccomp profile.',
  why: 'Without one a container may make every system call, also those through which containers have been escaped from.',
  remedy: 'set securityContext.seccompProfile.type of the pod to RuntimeDefault',
});
