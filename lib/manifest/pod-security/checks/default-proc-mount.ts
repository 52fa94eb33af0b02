import { fieldAt, show } from '../../fields';
import { eachContainer, type PodSecurityCheck } from '../check';
import { hasOwnUsers } from '../pod';

/** `/proc` Mount Type; `baseline` lets a pod with users of its own choose, from Kubernetes 1.35. */
export const defaultProcMount: PodSecurityCheck = {
  id: 'default-proc-mount',
  level: 'baseline',
  evaluate: (pod, { level, minor }) => {
    if (level === 'baseline' && minor >= 35 && hasOwnUsers(pod)) return [];
    return eachContainer(pod, (container) => {
      const mount = fieldAt(container, 'securityContext', 'procMount') ?? 'Default';
      return mount === 'Default' ? undefined : ['securityContext.procMount', `mounts /proc ${show(mount)}`];
    });
  },
};
