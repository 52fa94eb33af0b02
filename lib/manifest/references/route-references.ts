import { type Fields, fieldAt, mapsAt, textAt, textsAt } from '../fields';
import { flatMap } from '../flat-map';
import type { Resource } from '../resource';
import { groupOf, type Located, namespaceOf, type Reference, refer } from './reference';

/** The group of the Gateway API. */
export const GATEWAY = 'gateway.networking.k8s.io';

/** What an Ingress leads to and needs. https://kubernetes.io/docs/concepts/services-networking/ingress/ */
export function ingressReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const namespace = namespaceOf(resource);
  const paths = flatMap(mapsAt(spec, 'rules'), (rule, index) =>
    flatMap(mapsAt(rule, 'http', 'paths'), ({ backend }, at) =>
      ingressBackend(backend, `spec.rules[${index}].http.paths[${at}].backend`, namespace),
    ),
  );
  return ingressBackend(fieldAt(spec, 'defaultBackend'), 'spec.defaultBackend', namespace).concat(
    paths,
    flatMap(mapsAt(spec, 'tls'), ({ secretName }, index) =>
      refer('Secret', secretName, `spec.tls[${index}].secretName`, { namespace }),
    ),
    refer('IngressClass', fieldAt(spec, 'ingressClassName'), 'spec.ingressClassName'),
  );
}

/** A port that stands for an annotation of AWS is no port, and its Service is none. */
function ingressBackend(backend: unknown, path: string, namespace: string): readonly Reference[] {
  const service = fieldAt(backend, 'service');
  const name = fieldAt(service, 'port', 'name');
  if (name === 'use-annotation') return [];
  const port =
    portOf(name, `${path}.service.port.name`) ??
    portOf(fieldAt(service, 'port', 'number'), `${path}.service.port.number`);
  return refer('Service', fieldAt(service, 'name'), `${path}.service.name`, { namespace, port });
}

/** What a route of the Gateway API attaches to and leads to. https://gateway-api.sigs.k8s.io/reference/spec/ */
export function routeReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const own = namespaceOf(resource);
  const to = (target: Fields, path: string, kind: string) => objectReference(target, path, kind, own);
  const rules = mapsAt(spec, 'rules').flatMap((rule, index) => {
    const place = `spec.rules[${index}]`;
    return [
      ...mapsAt(rule, 'backendRefs').flatMap((target, at) => to(target, `${place}.backendRefs[${at}]`, 'Service')),
      ...mapsAt(rule, 'filters').flatMap((filter, at) => {
        const target = fieldAt(filter, 'requestMirror', 'backendRef') as Fields | undefined;
        return target ? to(target, `${place}.filters[${at}].requestMirror.backendRef`, 'Service') : [];
      }),
    ];
  });
  const parents = mapsAt(spec, 'parentRefs').flatMap((target, at) => to(target, `spec.parentRefs[${at}]`, 'Gateway'));
  return [...parents, ...rules];
}

/** What a Gateway needs: its class and the certificates of its listeners. */
export function gatewayReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const own = namespaceOf(resource);
  return [
    ...refer('GatewayClass', fieldAt(spec, 'gatewayClassName'), 'spec.gatewayClassName', { group: GATEWAY }),
    ...mapsAt(spec, 'listeners').flatMap((listener, index) =>
      mapsAt(listener, 'tls', 'certificateRefs').flatMap((target, at) => {
        const place = `spec.listeners[${textAt(listener, 'name') ?? index}].tls.certificateRefs[${at}]`;
        return objectReference(target, place, 'Secret', own);
      }),
    ),
  ];
}

/** What an IngressRoute of Traefik leads through and to. */
export function ingressRouteReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const own = namespaceOf(resource);
  const routes = mapsAt(spec, 'routes').flatMap((route, index) => [
    ...mapsAt(route, 'services').flatMap((service, at) =>
      traefikReference(service, `spec.routes[${index}].services[${at}]`, textAt(service, 'kind') ?? 'Service', own),
    ),
    ...mapsAt(route, 'middlewares').flatMap((middleware, at) =>
      traefikReference(middleware, `spec.routes[${index}].middlewares[${at}]`, 'Middleware', own),
    ),
  ]);
  const secret = fieldAt(spec, 'tls', 'secretName');
  return [...routes, ...refer('Secret', secret, 'spec.tls.secretName', { namespace: own })];
}

function traefikReference(target: Fields, path: string, kind: string, own: string): readonly Reference[] {
  const name = textAt(target, 'name');
  if (name?.includes('@')) return [];
  const group = kind === 'Service' ? '' : 'traefik.io';
  const port = portOf(target.port, `${path}.port`);
  return refer(kind, name, `${path}.name`, { group, namespace: textAt(target, 'namespace') ?? own, port });
}

function objectReference(target: Fields, path: string, defaultKind: string, own: string): readonly Reference[] {
  const kind = textAt(target, 'kind') ?? defaultKind;
  const group = textAt(target, 'group') ?? (defaultKind === 'Gateway' ? GATEWAY : '');
  const namespace = textAt(target, 'namespace') ?? own;
  return refer(kind, target.name, `${path}.name`, { group, namespace, port: portOf(target.port, `${path}.port`) });
}

function portOf(value: unknown, path: string): Located<string | number> | undefined {
  return typeof value === 'number' || typeof value === 'string' ? { value, path } : undefined;
}

/** The hosts of a route, none where it takes those of its Gateway. */
export function routeHosts({ object }: Resource): readonly string[] {
  return textsAt(object, 'spec', 'hostnames');
}

/** Whether an object is a route of the Gateway API. */
export function isRoute({ object }: Resource): boolean {
  return textAt(object, 'kind')?.endsWith('Route') === true && groupOf(object.apiVersion) === GATEWAY;
}
