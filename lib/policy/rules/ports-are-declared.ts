import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { containersOf } from '../../manifest/pods';
import { equalitySelector, selectsAll } from '../../manifest/references/label-selector';
import { portsOf } from '../../manifest/references/ports';
import { namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
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
    return [...index.ofKind('Service').flatMap((service) => ofService(service, index)), ...ofProbes(index)];
  },
};

function ofService(resource: Resource, index: ResourceIndex): readonly Violation[] {
  const selector = equalitySelector(fieldAt(resource.object, 'spec', 'selector'));
  if (!selector || selectsAll(selector) || fieldAt(resource.object, 'spec', 'clusterIP') === 'None') return [];
  const pods = index.selectPods(namespaceOf(resource), selector).map((pod) => portsOf(pod).map(({ number }) => number));
  if (pods.length === 0 || pods.some((ports) => ports.length === 0)) return [];
  const known = new Set(pods.flat());
  return mapsAt(resource.object, 'spec', 'ports').flatMap((port, at) => {
    const number = port.targetPort ?? port.port;
    if (typeof number !== 'number' || known.has(number)) return [];
    const field = port.targetPort === undefined ? 'port' : 'targetPort';
    const path = `spec.ports[${textAt(port, 'name') ?? at}].${field}`;
    return [{ resource, path, message: `no container declares port ${number}` }];
  });
}

function ofProbes(index: ResourceIndex): readonly Violation[] {
  return index.pods.flatMap((pod) => {
    const known = new Set(portsOf(pod).map(({ number }) => number));
    if (known.size === 0) return [];
    return containersOf(pod).flatMap(({ container, name, path }) =>
      ['startupProbe', 'livenessProbe', 'readinessProbe'].flatMap((field) => {
        const probe = fieldAt(container, field);
        if (probe === undefined) return [];
        return ['httpGet', 'tcpSocket', 'grpc'].flatMap((action): Violation[] => {
          const port = fieldAt(probe, action, 'port');
          if (typeof port !== 'number' || known.has(port)) return [];
          const place = `${path}.${field}.${action}.port`;
          return [
            { resource: pod.resource, container: name, path: place, message: `no container declares port ${port}` },
          ];
        });
      }),
    );
  });
}
