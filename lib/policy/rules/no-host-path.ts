import { hostPath as check } from '../../manifest/pod-security/checks/no-host-path';
import { podSecurityRule } from '../pod-security-rule';

/** A pod must not mount paths of the node. */
export const noHostPath = podSecurityRule(check, {
  locked: true,
  what: 'A pod must not mount paths of the node.',
  why: "Over the node's file system a pod reads other pods' volumes and Secrets, or becomes root on the node by its container socket.",
  remedy: 'use an emptyDir, a ConfigMap or a claim; to ship logs, write them to standard output or run a sidecar',
});
