import { flatMap } from '../../manifest/flat-map';
import { fieldAt, mapsAt, valueAt } from '../../manifest/fields';
import { containersOf, type DescribedContainer } from '../../manifest/pods';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import { ERROR, type Rule, type Violation } from '../rule';

const CALLS = [
  ['startupProbe'],
  ['livenessProbe'],
  ['readinessProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

const ACTIONS = ['httpGet', 'tcpSocket'];

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
    flatMap(ResourceIndex.of(resources).pods, (pod) =>
      flatMap(containersOf(pod), (container) => unknownPorts(container, pod.resource)),
    ),
};

function unknownPorts({ container, name, path }: DescribedContainer, resource: Resource): readonly Violation[] {
  return flatMap(CALLS, (steps) => {
    const call = valueAt(container, steps);
    if (call === undefined) return [];
    return flatMap(ACTIONS, (action) => {
      const port = fieldAt(call, action, 'port');
      if (typeof port !== 'string' || /^\d+$/.test(port)) return [];
      if (mapsAt(container, 'ports').some((declared) => declared.name === port)) return [];
      const place = `${path}.${steps.join('.')}.${action}.port`;
      return [{ resource, container: name, path: place, message: `the container has no port '${port}'` }];
    });
  });
}
