import { fieldAt, mapsAt, valueAt } from '../../manifest/fields';
import { containersOf, type DescribedContainer } from '../../manifest/pods';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { ERROR, type Rule } from '../rule';

const CALLS = [
  ['startupProbe'],
  ['livenessProbe'],
  ['readinessProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

/** A probe must name a port of its container. */
export const probePortExists: Rule = {
  id: 'probe-port-exists',
  severity: ERROR,
  group: 'references',
  what: 'A port that a probe or a lifecycle hook names must be the name of a port of its container.',
  why: 'The probe fails always: the container is restarted again and again, or never becomes ready.',
  remedy: 'correct the name, or name the port of the container so; of another container of the pod, use the number',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  check: (resources) =>
    ResourceIndex.of(resources).pods.flatMap((pod) =>
      containersOf(pod).flatMap((container) =>
        unknownPorts(container).map((violation) => ({
          ...violation,
          resource: pod.resource,
          container: container.name,
        })),
      ),
    ),
};

function unknownPorts({ container, path }: DescribedContainer) {
  const ports = mapsAt(container, 'ports');
  return CALLS.flatMap((steps) => {
    const call = valueAt(container, steps);
    if (call === undefined) return [];
    return ['httpGet', 'tcpSocket'].flatMap((action) => {
      const port = fieldAt(call, action, 'port');
      if (typeof port !== 'string' || /^\d+$/.test(port) || ports.some(({ name }) => name === port)) return [];
      const place = `${path}.${steps.join('.')}.${action}.port`;
      return [{ path: place, message: `the container has no port '${port}'` }];
    });
  });
}
