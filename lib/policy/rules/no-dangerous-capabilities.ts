import { dangerousCapabilities as check } from '../../manifest/pod-security/checks/no-dangerous-capabilities';
import { podSecurityRule } from '../pod-security-rule';

/** A container must not add capabilities that reach beyond it. */
export const noDangerousCapabilities = podSecurityRule(check, {
  what: 'A container must not add capabilities that reach beyond it.',
  why: 'SYS_ADMIN, NET_ADMIN, SYS_PTRACE and the like are enough to take over the node or to listen to other pods.',
  remedy: 'remove the capability; what truly needs it belongs to the cluster, in a namespace of its own',
});
