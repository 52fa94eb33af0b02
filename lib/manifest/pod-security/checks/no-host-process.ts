import { fieldAt } from '../../fields';
import { afterPod, eachContainer, type PodSecurityCheck } from '../check';
import { podSecurity } from '../pod';

const FIELD = 'securityContext.windowsOptions.hostProcess';

/** HostProcess, on Windows nodes. */
export const hostProcess: PodSecurityCheck = {
  id: 'no-host-process',
  level: 'baseline',
  evaluate: (pod) =>
    afterPod(
      podSecurity(pod, 'windowsOptions', 'hostProcess') === true
        ? { path: `${pod.path}.${FIELD}`, message: 'the pod runs as processes of the node' }
        : undefined,
      eachContainer(pod, (container) =>
        fieldAt(container, 'securityContext', 'windowsOptions', 'hostProcess') === true
          ? [FIELD, 'runs as a process of the node']
          : undefined,
      ),
    ),
};
