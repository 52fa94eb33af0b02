import { fieldAt } from '../../fields';
import type { PodSecurityCheck } from '../check';

/** Host Namespaces. */
export const hostNamespaces: PodSecurityCheck = {
  id: 'no-host-namespaces',
  level: 'baseline',
  evaluate: ({ spec, path }) =>
    ['hostNetwork', 'hostPID', 'hostIPC']
      .filter((field) => fieldAt(spec, field) === true)
      .map((field) => ({ path: `${path}.${field}`, message: `the pod shares the node's namespace: ${field} is true` })),
};
