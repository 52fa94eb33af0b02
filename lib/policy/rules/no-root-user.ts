import { rootUser as check } from '../../manifest/pod-security/checks/no-root-user';
import { podSecurityRule } from '../pod-security-rule';

/** A container must not run as user 0. */
export const noRootUser = podSecurityRule(check, {
  what: 'A container must not run as user 0.',
  why: 'User 0 is root, and root in a container is root on the node for every flaw in the kernel or the container runtime.',
  remedy: 'set securityContext.runAsUser to another number, and let fsGroup make the volumes writable',
});
