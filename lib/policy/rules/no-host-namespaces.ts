import { hostNamespaces as check } from '../../manifest/pod-security/checks/no-host-namespaces';
import { podSecurityRule } from '../pod-security-rule';

/** A pod must not share the node's network, processes or IPC. */
export const noHostNamespaces = podSecurityRule(check, {
  locked: true,
  what: "A pod must not share the node's network, processes or IPC.",
  why: "It sees the node's traffic or processes, reaches what listens on its loopback address, and escapes every NetworkPolicy.",
  remedy: 'leave out hostNetwork, hostPID and hostIPC, and reach others over Services',
});
