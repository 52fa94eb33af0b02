import { type Fields, fieldAt, mapsAt, textAt } from '../fields';
import { flatMap } from '../flat-map';
import type { Resource } from '../resource';
import { namespaceOf, portOf, type Reference, refer } from './reference';

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
