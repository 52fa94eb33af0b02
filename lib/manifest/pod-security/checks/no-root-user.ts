import { fieldAt } from '../../fields';
import { afterPod, eachContainer, type PodSecurityCheck } from '../check';
import { hasOwnUsers, podSecurity } from '../pod';

const FIELD = 'securityContext.runAsUser';

/** Running as Non-root user; not asked of a pod with users of its own, from Kubernetes 1.35. */
export const rootUser: PodSecurityCheck = {
  id: 'no-root-user',
  level: 'restricted',
  evaluate: (pod, { minor }) => {
    if (minor >= 35 && hasOwnUsers(pod)) return [];
    return afterPod(
      podSecurity(pod, 'runAsUser') === 0
        ? { path: `${pod.path}.${FIELD}`, message: 'the pod runs as user 0' }
        : undefined,
      eachContainer(pod, (container) =>
        fieldAt(container, 'securityContext', 'runAsUser') === 0 ? [FIELD, 'runs as user 0'] : undefined,
      ),
    );
  },
};
