import { fieldAt } from '../../fields';
import { eachContainer, type PodSecurityCheck } from '../check';

/** Privileged Containers. */
export const privilegedContainer: PodSecurityCheck = {
  id: 'no-privileged-container',
  level: 'baseline',
  evaluate: (pod) =>
    eachContainer(pod, (container) =>
      fieldAt(container, 'securityContext', 'privileged') === true
        ? ['securityContext.privileged', 'is privileged']
        : undefined,
    ),
};
