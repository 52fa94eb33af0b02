import { flatMap } from '../../manifest/flat-map';
import { mapsAt, textAt } from '../../manifest/fields';
import { selectsAll } from '../../manifest/references/label-selector';
import { type DeclaredPort, portsOf } from '../../manifest/references/ports';
import { namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import { selectorOf } from '../../manifest/selection';
import { ERROR, type Rule, type Violation } from '../rule';

/** A port of a Service that leads to a name must find it. */
export const servicePortExists: Rule = {
  id: 'service-port-exists',
  severity: ERROR,
  group: 'references',
  what: 'A targetPort that is a name must be the name of a port of the pods that the Service selects.',
  why: 'The Service has no endpoints for the port, and whoever connects to it is refused.',
  remedy: 'correct targetPort, or name the port of the container so',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return flatMap(index.ofKind('Service'), (service) => unknownPorts(service, index));
  },
};

function unknownPorts(resource: Resource, index: ResourceIndex): readonly Violation[] {
  const selector = selectorOf(resource, 'service');
  if (!selector || selectsAll(selector)) return [];
  const pods = index.selectPods(namespaceOf(resource), selector).map(portsOf);
  if (pods.length === 0) return [];
  return mapsAt(resource.object, 'spec', 'ports').flatMap((port, at) => {
    const { targetPort } = port;
    const protocol = textAt(port, 'protocol') ?? 'TCP';
    if (typeof targetPort !== 'string' || pods.some((ports) => ports.some(isNamed(targetPort, protocol)))) return [];
    const path = `spec.ports[${textAt(port, 'name') ?? at}].targetPort`;
    return [{ resource, path, message: `no container has a ${protocol} port '${targetPort}'` }];
  });
}

function isNamed(name: string, protocol: string): (port: DeclaredPort) => boolean {
  return (port) => port.name === name && port.protocol === protocol;
}
