import { hostPort as check } from '../../manifest/pod-security/checks/no-host-port';
import { podSecurityRule } from '../pod-security-rule';

/** A container must not take a port of the node. */
export const noHostPort = podSecurityRule(check, {
  what: 'A container must not take a port of the node.',
  why: 'Only one such pod fits on a node, so updates hang; and the port is open on every address of the node.',
  remedy:
    'leave out hostPort and put a Service in front, of type NodePort or LoadBalancer if it is for clients outside',
});
