import { runAsNonRoot as check } from '../../manifest/pod-security/checks/run-as-non-root';
import { podSecurityRule } from '../pod-security-rule';

/** A container must be made to run as somebody other than root. */
export const runAsNonRoot = podSecurityRule(check, {
  what: 'A container must be made to run as somebody other than root.',
  why: 'Root in a container is root on the node for every flaw in the kernel or the container runtime.',
  remedy: 'set securityContext.runAsNonRoot of the pod to true, and runAsUser to the number of a user',
});
