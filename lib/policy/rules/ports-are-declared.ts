import { flatMap } from '../../manifest/flat-map';
import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { containersOf, type DescribedContainer, type DescribedPod } from '../../manifest/pods';
import { selectsAll } from '../../manifest/references/label-selector';
import { type DeclaredPort, portsOf } from '../../manifest/references/ports';
import { namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import { selectorOf } from '../../manifest/selection';
import type { Rule, Violation } from '../rule';

/** A number of a port that Services or probes use should be among those that containers declare. */
export const portsAreDeclared: Rule = {
  id: 'ports-are-declared',
  severity: { development: 'off', production: 'note' },
  group: 'networking',
  what: 'A port that a Service or a probe uses should be declared by a container, if the pod declares ports at all.',
  why: 'It works without, but mostly one of the two numbers is wrong.',
  remedy: 'declare the port in the container, or correct the number',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return [
      ...flatMap(index.ofKind('Service'), (service) => ofService(service, index)),
      ...flatMap(index.pods, ofProbes),
    ];
  },
};

function ofService(resource: Resource, index: ResourceIndex): readonly Violation[] {
  const selector = selectorOf(resource, 'service');
  if (!selector || selectsAll(selector) || fieldAt(resource.object, 'spec', 'clusterIP') === 'None') return [];
  const numbers = mapsAt(resource.object, 'spec', 'ports').map((port) => port.targetPort ?? port.port);
  if (!numbers.some((number) => typeof number === 'number')) return [];
  const pods = index.selectPods(namespaceOf(resource), selector).map(portsOf);
  if (pods.length === 0 || pods.some((ports) => ports.length === 0)) return [];
  return mapsAt(resource.object, 'spec', 'ports').flatMap((port, at) => {
    const number = numbers[at];
    if (typeof number !== 'number' || pods.some((ports) => declares(ports, number))) return [];
    const field = port.targetPort === undefined ? 'port' : 'targetPort';
    const path = `spec.ports[${textAt(port, 'name') ?? at}].${field}`;
    return [{ resource, path, message: `no container declares port ${number}` }];
  });
}

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'];
const ACTIONS = ['httpGet', 'tcpSocket', 'grpc'];

function ofProbes(pod: DescribedPod): readonly Violation[] {
  if (portsOf(pod).length === 0) return [];
  return flatMap(containersOf(pod), (described) => flatMap(PROBES, (field) => ofProbe(field, described, pod)));
}

function ofProbe(field: string, { container, name, path }: DescribedContainer, pod: DescribedPod) {
  const probe = fieldAt(container, field);
  if (probe === undefined) return [];
  return flatMap(ACTIONS, (action): readonly Violation[] => {
    const port = fieldAt(probe, action, 'port');
    if (typeof port !== 'number' || declares(portsOf(pod), port)) return [];
    const place = `${path}.${field}.${action}.port`;
    return [{ resource: pod.resource, container: name, path: place, message: `no container declares port ${port}` }];
  });
}

function declares(ports: readonly DeclaredPort[], port: number): boolean {
  return ports.some(({ number }) => number === port);
}
