import { textsAt } from '../../fields';
import { isWindows } from '../pod';
import { eachContainer, type PodSecurityCheck } from '../check';
import { isBaselineCapability } from './no-dangerous-capabilities';

/** Capabilities, of `restricted`; what `baseline` forbids already is left to it. */
export const dropAllCapabilities: PodSecurityCheck = {
  id: 'drop-all-capabilities',
  level: 'restricted',
  evaluate: (pod) => {
    if (isWindows(pod)) return [];
    return eachContainer(pod, (container) => {
      const dropped = textsAt(container, 'securityContext', 'capabilities', 'drop');
      const added = textsAt(container, 'securityContext', 'capabilities', 'add').filter(
        (capability) => capability !== 'NET_BIND_SERVICE' && isBaselineCapability(capability),
      );
      return [
        dropped.includes('ALL')
          ? undefined
          : ['securityContext.capabilities.drop', `does not drop ALL capabilities${describeDropped(dropped)}`],
        added.length ? ['securityContext.capabilities.add', `adds ${added.join(', ')}`] : undefined,
      ];
    });
  },
};

function describeDropped(dropped: readonly string[]): string {
  return dropped.length ? `, only ${dropped.join(', ')}` : '';
}
