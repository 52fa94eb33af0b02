import { hostInProbes as check } from '../../manifest/pod-security/checks/no-host-in-probes';
import { podSecurityRule } from '../pod-security-rule';

/** Probes and lifecycle hooks must not name a host. */
export const noHostInProbes = podSecurityRule(check, {
  what: 'Probes and lifecycle hooks must not name a host.',
  why: "The kubelet sends the request from the node's network, past every NetworkPolicy, to whatever host is named.",
  remedy: 'leave out host: the kubelet asks the pod itself then',
});
