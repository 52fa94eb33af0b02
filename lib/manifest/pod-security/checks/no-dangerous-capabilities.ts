import { textsAt } from '../../fields';
import { eachContainer, type PodSecurityCheck } from '../check';

/** What a container may add at the level `baseline`: what container runtimes give it anyway. */
const ALLOWED: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** Whether `baseline` lets a container add a capability. */
export function isBaselineCapability(capability: string): boolean {
  return ALLOWED.has(capability);
}

/** Capabilities, of `baseline`. */
export const dangerousCapabilities: PodSecurityCheck = {
  id: 'no-dangerous-capabilities',
  level: 'baseline',
  evaluate: (pod) =>
    eachContainer(pod, (container) => {
      const added = textsAt(container, 'securityContext', 'capabilities', 'add').filter(
        (capability) => !isBaselineCapability(capability),
      );
      return added.length ? ['securityContext.capabilities.add', `adds ${added.join(', ')}`] : undefined;
    }),
};
