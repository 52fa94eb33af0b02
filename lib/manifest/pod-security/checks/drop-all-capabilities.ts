import { fieldAt, textsAt } from '../../fields';
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
      const capabilities = fieldAt(container, 'securityContext', 'capabilities');
      const dropped = textsAt(capabilities, 'drop');
      const added = textsAt(capabilities, 'add').filter(
        (capability) => capability !== 'NET_BIND_SERVICE' && isBaselineCapability(capability),
      );
      const isDropped = dropped.includes('ALL');
      if (isDropped && added.length === 0) return undefined;
      return [
        isDropped
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
