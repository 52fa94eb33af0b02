import { fieldAt, mapsAt, show } from '../../fields';
import { flatMap } from '../../flat-map';
import { eachContainer, type PodSecurityCheck } from '../check';

/** Host Ports. */
export const hostPort: PodSecurityCheck = {
  id: 'no-host-port',
  level: 'baseline',
  evaluate: (pod) =>
    eachContainer(pod, (container) =>
      flatMap(mapsAt(container, 'ports'), (port) => {
        const number = fieldAt(port, 'hostPort');
        if (number === undefined || number === 0) return [];
        const name = fieldAt(port, 'name') ?? fieldAt(port, 'containerPort') ?? number;
        return [[`ports[${show(name)}].hostPort`, `takes port ${show(number)} of the node`] as const];
      }),
    ),
};
