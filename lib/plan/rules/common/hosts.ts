import { fieldAt, mapsAt, textAt, textsAt } from '../../../manifest/fields';
import { oncePer } from '../../../manifest/once-per';
import { annotationsOf } from '../../../manifest/references/annotation-references';
import { groupOf } from '../../../manifest/references/reference';
import type { Resource } from '../../../manifest/resource';
import { listed } from './words';

/** A host and path that the outside reaches. */
export interface Route {
  readonly resource: Resource;
  /** `*` for any. */
  readonly host: string;
  readonly path: string;
  /** Whether the object itself says that it has a certificate for the host. */
  readonly tls: boolean;
  /** Where in the object it is written. */
  readonly at: string;
}

/** Every host and path that objects serve, by host. */
export const routesByHost = oncePer((resources: readonly Resource[]): ReadonlyMap<string, readonly Route[]> => {
  const hosts = new Map<string, Route[]>();
  for (const route of resources.flatMap(routesOf)) {
    const routes = hosts.get(route.host);
    if (routes) routes.push(route);
    else hosts.set(route.host, [route]);
  }
  return hosts;
});

/** The hosts and paths that an Ingress, a route of the Gateway API or of Traefik serves. */
export function routesOf(resource: Resource): readonly Route[] {
  switch (`${groupOf(resource.object.apiVersion)}/${resource.object.kind}`) {
    case 'networking.k8s.io/Ingress':
      return ingressRoutes(resource);
    case 'gateway.networking.k8s.io/HTTPRoute':
    case 'gateway.networking.k8s.io/GRPCRoute':
    case 'gateway.networking.k8s.io/TLSRoute':
      return gatewayRoutes(resource);
    case 'traefik.io/IngressRoute':
      return traefikRoutes(resource);
    default:
      return [];
  }
}

function ingressRoutes(resource: Resource): readonly Route[] {
  const spec = fieldAt(resource.object, 'spec');
  const blocks = mapsAt(spec, 'tls').map((tls) => textsAt(tls, 'hosts'));
  const everywhere = Object.keys(annotationsOf(resource)).some((key) =>
    /certificate-arn|managed-certificates|pre-shared-cert/.test(key),
  );
  const tls = (host: string) =>
    everywhere || blocks.some((hosts) => hosts.length === 0 || hosts.some((pattern) => covers(pattern, host)));
  const paths = mapsAt(spec, 'rules').flatMap((rule, index) => {
    const host = textAt(rule, 'host') || '*';
    return mapsAt(rule, 'http', 'paths').map((entry) => ({
      resource,
      host,
      path: textAt(entry, 'path') ?? '/',
      tls: tls(host),
      at: `spec.rules[${index}]`,
    }));
  });
  if (fieldAt(spec, 'defaultBackend') === undefined) return paths;
  return [...paths, { resource, host: '*', path: '/', tls: tls('*'), at: 'spec.defaultBackend' }];
}

/** A `*` stands for one part of a name. */
function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && pattern.slice(1) === host.slice(host.indexOf('.')));
}

/** Certificates are those of the Gateway. */
function gatewayRoutes(resource: Resource): readonly Route[] {
  const spec = fieldAt(resource.object, 'spec');
  const hosts = textsAt(spec, 'hostnames');
  const matches = mapsAt(spec, 'rules').flatMap((rule) => {
    const paths = mapsAt(rule, 'matches').map((match) => textAt(match, 'path', 'value') ?? '/');
    return paths.length > 0 ? paths : ['/'];
  });
  return (hosts.length > 0 ? hosts : ['*']).flatMap((host) =>
    matches.map((path) => ({ resource, host, path, tls: false, at: 'spec.hostnames' })),
  );
}

function traefikRoutes(resource: Resource): readonly Route[] {
  const spec = fieldAt(resource.object, 'spec');
  return mapsAt(spec, 'routes').flatMap((route, index) => {
    const match = textAt(route, 'match') ?? '';
    const named = (word: string) =>
      [...match.matchAll(new RegExp(`\\b${word}\\(\`([^\`]+)\`\\)`, 'g'))].map(([, text]) => text!);
    const [hosts, paths] = [named('Host'), [...named('PathPrefix'), ...named('Path')]];
    return (hosts.length > 0 ? hosts : ['*']).flatMap((host) =>
      (paths.length > 0 ? paths : ['/']).map((path) => ({
        resource,
        host,
        path,
        tls: fieldAt(spec, 'tls') !== undefined,
        at: `spec.routes[${index}].match`,
      })),
    );
  });
}

/** Whether anything of a list serves a host and path. */
export function isServed({ host, path }: Route, resources: readonly Resource[]): boolean {
  return (
    routesByHost(resources)
      .get(host)
      ?.some((each) => each.path === path) ?? false
  );
}

/** Routes by their hosts. */
export function byHost(routes: readonly Route[]): readonly (readonly [host: string, routes: readonly Route[]])[] {
  const hosts = [...new Set(routes.map(({ host }) => host))];
  return hosts.map((host) => [host, routes.filter((route) => route.host === host)] as const);
}

/** Paths of a host, as the subject of a sentence: `/admin of shop.example.com is`. */
export function areServed(routes: readonly Route[]): string {
  const paths = [...new Set(routes.map(({ path }) => path))];
  return `${listed(paths)} of ${hostName(routes[0]!.host)} ${paths.length === 1 ? 'is' : 'are'}`;
}

/** A host as people call it. */
export function hostName(host: string): string {
  return host === '*' ? 'every host' : host;
}
