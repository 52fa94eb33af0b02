import { GATEWAY } from '../../manifest/references/gateway-references';
import { nameOf, namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { type HostPath, httpRoutePaths, ingressPaths } from '../host-paths';
import { ERROR, type Rule, type Violation } from '../rule';

/** A host and path must lead to one place. */
export const uniqueHostAndPath: Rule = {
  id: 'unique-host-and-path',
  severity: ERROR,
  group: 'networking',
  what: 'Two Ingresses or two routes must not answer the same host and path.',
  why: 'The controller takes one of them, mostly the older, or refuses the second.',
  remedy: 'give one of them another host or path, or remove it',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    const seen = new Map<string, HostPath>();
    return [
      ...index.ofKind('Ingress').flatMap(ingressPaths),
      ...index.ofKind('HTTPRoute', GATEWAY).flatMap(httpRoutePaths),
    ].flatMap((entry): Violation[] => {
      const first = seen.get(entry.key);
      if (!first) seen.set(entry.key, entry);
      if (!first || isAgain(first, entry)) return [];
      return [
        { resource: entry.resource, path: entry.path, message: `${entry.text} is answered ${where(first, entry)}` },
      ];
    });
  },
};

/** The same object twice is what `no-duplicate-object` is about; a route may attach twice to one listener. */
function isAgain(first: HostPath, second: HostPath): boolean {
  const [one, other] = [first.resource, second.resource];
  if (one === other) return first.path === second.path;
  return (
    nameOf(one) === nameOf(other) && namespaceOf(one) === namespaceOf(other) && one.object.kind === other.object.kind
  );
}

function where({ resource, path }: HostPath, second: HostPath): string {
  if (resource === second.resource) return `by ${path} already`;
  const namespace = namespaceOf(resource);
  const elsewhere = namespace === namespaceOf(second.resource) ? '' : `${namespace}/`;
  return `by ${resource.object.kind} ${elsewhere}${nameOf(resource)} already`;
}
