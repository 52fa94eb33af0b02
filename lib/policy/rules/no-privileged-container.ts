import { privilegedContainer as check } from '../../manifest/pod-security/checks/no-privileged-container';
import { podSecurityRule } from '../pod-security-rule';

/** A container must not be privileged. */
export const noPrivilegedContainer = podSecurityRule(check, {
  locked: true,
  what: 'A container must not be privileged.',
  why: 'A privileged container is root on the node: it reads every Secret there and controls every other pod.',
  remedy: 'leave out privileged; if one capability is needed, add that capability alone',
});
