import { fieldAt } from '../../fields';
import { eachContainer, type PodSecurityCheck } from '../check';
import { hasOwnUsers, podSecurity } from '../pod';

const FIELD = 'securityContext.runAsNonRoot';

/** Running as Non-root; not asked of a pod with users of its own, from Kubernetes 1.35. */
export const runAsNonRoot: PodSecurityCheck = {
  id: 'run-as-non-root',
  level: 'restricted',
  evaluate: (pod, { minor }) => {
    if (minor >= 35 && hasOwnUsers(pod)) return [];
    const ofPod = podSecurity(pod, 'runAsNonRoot');
    if (ofPod === false) return [{ path: `${pod.path}.${FIELD}`, message: 'the pod may run as root' }];
    return eachContainer(pod, (container) => {
      const own = fieldAt(container, 'securityContext', 'runAsNonRoot');
      return (own ?? ofPod) === true ? undefined : [FIELD, 'may run as root: runAsNonRoot is not true'];
    });
  },
};
