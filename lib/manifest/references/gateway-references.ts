import { fieldAt, mapsAt, textAt, textsAt } from '../fields';
import { flatMap } from '../flat-map';
import { isMap } from '../pods';
import type { Resource } from '../resource';
import { groupOf, kindOf, located, namespaceOf, portOf, type Reference, refer } from './reference';

/** The group of the Gateway API. https://gateway-api.sigs.k8s.io/reference/spec/ */
export const GATEWAY = 'gateway.networking.k8s.io';

/** Whether an object is a route of the Gateway API. */
export function isRoute(resource: Resource): boolean {
  return kindOf(resource).endsWith('Route') && groupOf(resource.object.apiVersion) === GATEWAY;
}

/** The hosts of a route, none where it takes those of its Gateway. */
export function routeHosts({ object }: Resource): readonly string[] {
  return textsAt(object, 'spec', 'hostnames');
}

/** What a route attaches to, leads through and leads to. */
export function routeReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const own = namespaceOf(resource);
  const rules = flatMap(mapsAt(spec, 'rules'), (rule, index) => {
    const place = `spec.rules[${index}]`;
    const backends = flatMap(mapsAt(rule, 'backendRefs'), (backend, at) => {
      const path = `${place}.backendRefs[${at}]`;
      return objectReference(backend, path, 'Service', own).concat(filterReferences(backend, path, own));
    });
    return backends.concat(filterReferences(rule, place, own));
  });
  return objectReferences(spec, 'parentRefs', 'spec', 'Gateway', own).concat(rules);
}

/** What the filters of a rule or of a backend send requests to, or are themselves. */
function filterReferences(value: unknown, place: string, own: string): readonly Reference[] {
  return flatMap(mapsAt(value, 'filters'), (filter, index) => {
    const path = `${place}.filters[${index}]`;
    const backends = ['requestMirror', 'externalAuth'].flatMap((field) =>
      objectReference(fieldAt(filter, field, 'backendRef'), `${path}.${field}.backendRef`, 'Service', own),
    );
    return backends.concat(objectReference(fieldAt(filter, 'extensionRef'), `${path}.${EXTENSION}`, '', own));
  });
}

const EXTENSION = 'extensionRef';

/** Whether a route refers to a filter that its gateway brings, such as a Middleware of Traefik. */
export function isFilter({ path }: Pick<Reference, 'path'>): boolean {
  return path.endsWith(`.${EXTENSION}.name`);
}

/** What a Gateway needs: its class, the certificates of its listeners and what it trusts and shows as a client. */
export function gatewayReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const own = namespaceOf(resource);
  const frontend = fieldAt(spec, 'tls', 'frontend');
  const ofPorts = flatMap(mapsAt(frontend, 'perPort'), ({ tls, port }, index) =>
    trusted(tls, `spec.tls.frontend.perPort[${typeof port === 'number' ? port : index}].tls`, own),
  );
  const client = fieldAt(spec, 'tls', 'backend', 'clientCertificateRef');
  return refer('GatewayClass', fieldAt(spec, 'gatewayClassName'), 'spec.gatewayClassName', { group: GATEWAY }).concat(
    certificates(spec, own),
    trusted(fieldAt(frontend, 'default'), 'spec.tls.frontend.default', own),
    ofPorts,
    objectReference(client, 'spec.tls.backend.clientCertificateRef', 'Secret', own),
  );
}

/** What a set of listeners needs: its Gateway and its certificates. */
export function listenerSetReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const own = namespaceOf(resource);
  const gateway = objectReference(fieldAt(spec, 'parentRef'), 'spec.parentRef', 'Gateway', own);
  return gateway.concat(certificates(spec, own));
}

/** The Services that a gateway speaks TLS with, and by what it knows them. */
export function backendPolicyReferences(resource: Resource): readonly Reference[] {
  const spec = fieldAt(resource.object, 'spec');
  const own = namespaceOf(resource);
  const targets = flatMap(mapsAt(spec, 'targetRefs'), (target, index) => {
    const place = `spec.targetRefs[${index}]`;
    const port = portOf(target.sectionName, `${place}.sectionName`);
    const group = textAt(target, 'group') ?? '';
    return refer(textAt(target, 'kind') ?? '', target.name, `${place}.name`, { group, namespace: own, port });
  });
  return targets.concat(trusted(spec, 'spec', own));
}

function certificates(spec: unknown, own: string): readonly Reference[] {
  return flatMap(mapsAt(spec, 'listeners'), ({ name, tls }, index) => {
    const place = `spec.listeners[${typeof name === 'string' ? name : index}].tls`;
    return objectReferences(tls, 'certificateRefs', place, 'Secret', own);
  });
}

/** Certificates of authorities; a ConfigMap has them in `ca.crt`. */
function trusted(tls: unknown, place: string, own: string): readonly Reference[] {
  const made = objectReferences(
    fieldAt(tls, 'validation'),
    'caCertificateRefs',
    `${place}.validation`,
    'ConfigMap',
    own,
  );
  return made.map((each) => (each.kind === 'ConfigMap' ? { ...each, keys: located('ca.crt', each.path) } : each));
}

function objectReferences(value: unknown, field: string, place: string, kind: string, own: string) {
  return flatMap(mapsAt(value, field), (target, index) =>
    objectReference(target, `${place}.${field}[${index}]`, kind, own),
  );
}

function objectReference(target: unknown, path: string, defaultKind: string, own: string): readonly Reference[] {
  const kind = textAt(target, 'kind') ?? defaultKind;
  if (!isMap(target) || kind === '') return [];
  const group = textAt(target, 'group') ?? (defaultKind === 'Gateway' ? GATEWAY : '');
  const namespace = textAt(target, 'namespace') ?? own;
  return refer(kind, target.name, `${path}.name`, { group, namespace, port: portOf(target.port, `${path}.port`) });
}
