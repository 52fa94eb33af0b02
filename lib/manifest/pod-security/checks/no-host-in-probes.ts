import { show, valueAt } from '../../fields';
import { eachContainer, type PodSecurityCheck } from '../check';

const HANDLERS = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

/** Host Probes / Lifecycle Hooks, from Kubernetes 1.34. */
export const hostInProbes: PodSecurityCheck = {
  id: 'no-host-in-probes',
  level: 'baseline',
  evaluate: (pod, { minor }) => {
    if (minor < 34) return [];
    return eachContainer(pod, (container) =>
      HANDLERS.flatMap((handler) =>
        ['httpGet', 'tcpSocket'].flatMap((action) => {
          const host = valueAt(container, [...handler, action, 'host']);
          if (host === undefined || host === '') return [];
          return [[[...handler, action, 'host'].join('.'), `has the kubelet ask the host ${show(host)}`] as const];
        }),
      ),
    );
  },
};
