import { fieldAt, mapsAt, textAt, textsAt } from '../manifest/fields';
import { GATEWAY, routeHosts } from '../manifest/references/gateway-references';
import type { MadeReference, ResourceIndex } from '../manifest/references/resource-index';
import type { Resource } from '../manifest/resource';
import { isParent, listenersFor } from './listeners';
import type { Violation } from './rule';

/** The hosts of HTTPRoutes that Gateways of the manifests serve, and none of them with TLS. */
export function httpRoutesWithoutTls(index: ResourceIndex): readonly Violation[] {
  const routes = index.ofKind('HTTPRoute', GATEWAY).filter(hasBackend);
  return routes.flatMap((resource): readonly Violation[] => {
    const parents = index.referencesOf(resource).filter(isParent);
    if (parents.length === 0 || parents.some((parent) => mayServeTls(parent, index))) return [];
    const hosts = routeHosts(resource);
    if (hosts.length === 0) return [{ resource, path: 'spec', message: 'every host is served without TLS' }];
    return hosts.map((host, at) => ({ resource, path: `spec.hostnames[${at}]`, message: withoutTls(host) }));
  });
}

/** A route that only redirects serves nothing. */
function hasBackend({ object }: Resource): boolean {
  return mapsAt(object, 'spec', 'rules').some((rule) => mapsAt(rule, 'backendRefs').length > 0);
}

/** Whether a parent has a listener for TLS that the route attaches to, or is not known here. */
function mayServeTls(parent: MadeReference, index: ResourceIndex): boolean {
  const gateway = parent.kind === 'Gateway' ? index.find(parent)?.resource : undefined;
  if (!gateway) return true;
  return listenersFor(parent, gateway).some(
    ({ protocol, tls }) => protocol === 'HTTPS' || protocol === 'TLS' || tls !== undefined,
  );
}

/** The hosts of IngressRoutes that have no TLS, at entry points that have none going by their names. */
export function ingressRoutesWithoutTls(index: ResourceIndex): readonly Violation[] {
  const all = index.ofKind('IngressRoute', 'traefik.io');
  const open = all.filter(isOpen);
  const secure = new Set(
    all.filter((each) => !isOpen(each)).flatMap(({ object }) => routesOf(object).flatMap(hostsOf)),
  );
  return open.flatMap((resource) =>
    routesOf(resource.object).flatMap((route, at) =>
      hostsOf(route)
        .filter((host) => !secure.has(host))
        .map((host) => ({ resource, path: `spec.routes[${at}].match`, message: withoutTls(host) })),
    ),
  );
}

/** Without entry points it is at all of them, and what those have is not known here. */
function isOpen({ object }: Resource): boolean {
  const points = textsAt(object, 'spec', 'entryPoints');
  const secure = points.some((point) => /secure|https|tls|443/i.test(point));
  return fieldAt(object, 'spec', 'tls') === undefined && points.length > 0 && !secure;
}

function routesOf(object: unknown): readonly unknown[] {
  return mapsAt(object, 'spec', 'routes');
}

/** The hosts that a rule such as Host(`a.example.com`) names. */
function hostsOf(route: unknown): readonly string[] {
  const calls = (textAt(route, 'match') ?? '').slice(0, 10_000).matchAll(/\bHost\(([^)]*)\)/g);
  return [...calls].flatMap(([, names = '']) => [...names.matchAll(/[`"]([^`"]+)[`"]/g)].map(([, host = '']) => host));
}

function withoutTls(host: string): string {
  return `'${host}' is served without TLS`;
}
