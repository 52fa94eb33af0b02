import { type Fields, mapsAt, show, textAt } from '../../manifest/fields';
import { routeHosts } from '../../manifest/references/gateway-references';
import { namespaceOf } from '../../manifest/references/reference';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import {
  gatewayOf,
  isParent,
  listenersFor,
  parentOf,
  takesHosts,
  takesKind,
  takesNamespace,
  whence,
} from '../listeners';
import { ERROR, type Rule, type Violation } from '../rule';

/** A Gateway must have a listener for the routes that ask for it. */
export const gatewayAcceptsRoute: Rule = {
  id: 'gateway-accepts-route',
  severity: ERROR,
  group: 'references',
  what: 'A Gateway or a ListenerSet of the manifests must have a listener for each route that asks for it: of the name and the port that it asks for, and open to its kind, namespace and hosts.',
  why: 'The API server takes the route, but the gateway does not: requests are answered with 404, or by another route.',
  remedy:
    'correct sectionName, port or hostnames, or open a listener in its allowedRoutes, where by default only routes of its namespace are allowed',
  link: 'https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    const parents = ['Gateway', 'ListenerSet'].flatMap((kind) => index.referencesTo(kind).filter(isParent));
    return parents.flatMap((parent) => {
      const gateway = gatewayOf(parent, index);
      return gateway ? unattached(parent, gateway, index) : [];
    });
  },
};

function unattached(parent: MadeReference, gateway: Resource, index: ResourceIndex): readonly Violation[] {
  const all = mapsAt(gateway.object, 'spec', 'listeners');
  const listeners = listenersFor(parent, gateway);
  if (all.length === 0) return [];
  const problem = listeners.length === 0 ? unknownListener(parent, all) : refusal(parent, gateway, listeners, index);
  return problem ? [{ resource: parent.resource, ...problem }] : [];
}

type Problem = Pick<Violation, 'path' | 'message'>;

/** What is wrong with a name and a port that no listener has together. */
function unknownListener(parent: MadeReference, listeners: readonly Fields[]): Problem {
  const { sectionName, port } = parentOf(parent);
  const place = parent.path.replace(/name$/, '');
  const known = (field: string) => [...new Set(listeners.map((listener) => show(listener[field])))].join(', ');
  if (listeners.some(({ name }) => name === sectionName)) {
    return { path: `${place}port`, message: `${nameOfListener(parent)} is not on port ${show(port)}` };
  }
  const [field, asked, has] = sectionName
    ? ['sectionName', `'${show(sectionName)}'`, known('name')]
    : ['port', `on port ${show(port)}`, known('port')];
  return {
    path: `${place}${field}`,
    message: `${parent.kind} '${parent.name}' has no listener ${asked} (it has ${has})`,
  };
}

/** Why none of the listeners that a route asks for takes it, if so. */
function refusal(
  parent: MadeReference,
  gateway: Resource,
  listeners: readonly Fields[],
  index: ResourceIndex,
): Problem | undefined {
  const { resource, path } = parent;
  const [home, namespace, hosts] = [namespaceOf(gateway), namespaceOf(resource), routeHosts(resource)];
  const forKind = listeners.filter((listener) => takesKind(listener, resource.object.kind));
  const open = forKind.filter((listener) => takesNamespace(listener, home, namespace, index));
  if (open.some((listener) => takesHosts(listener, hosts))) return undefined;
  const what = `${nameOfListener(parent)} takes no ${resource.object.kind}`;
  if (forKind.length === 0) return { path, message: what };
  const whole = `${what}${whence(resource, gateway)}`;
  if (open.length === 0) return { path, message: whole };
  const known = open.map((listener) => textAt(listener, 'hostname')).join(', ');
  return { path: 'spec.hostnames', message: `${whole} for ${hosts.join(', ')} (only for ${known})` };
}

/** The listener that a route asks for by name, or else all that its parent has. */
function nameOfListener(parent: MadeReference): string {
  const { sectionName } = parentOf(parent);
  return `${sectionName ? `listener '${show(sectionName)}' of ` : ''}${parent.kind} '${parent.name}'`;
}
