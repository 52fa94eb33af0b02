import { fieldAt } from '../../fields';
import type { PodSecurityCheck } from '../check';

const FIELDS = ['hostNetwork', 'hostPID', 'hostIPC'];

/** Host Namespaces. */
export const hostNamespaces: PodSecurityCheck = {
  id: 'no-host-namespaces',
  level: 'baseline',
  evaluate: ({ spec, path }) =>
    FIELDS.filter((field) => fieldAt(spec, field) === true).map((field) => ({
      path: `${path}.${field}`,
      message: `the pod shares the node's namespace: ${field} is true`,
    })),
};
