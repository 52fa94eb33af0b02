import { hostProcess as check } from '../../manifest/pod-security/checks/no-host-process';
import { podSecurityRule } from '../pod-security-rule';

/** A Windows container must not run as a process of the node. */
export const noHostProcess = podSecurityRule(check, {
  what: 'A Windows container must not run as a process of the node.',
  why: 'A HostProcess container has the whole node for itself, and with it every pod there.',
  remedy: 'leave out windowsOptions.hostProcess; run what administers nodes in a namespace of its own',
});
