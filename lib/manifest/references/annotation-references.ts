import { fieldAt } from '../fields';
import { flatMap } from '../flat-map';
import type { Resource } from '../resource';
import { namespaceOf, type Reference, refer } from './reference';
import { texts } from './workload-pods';

/** The annotations of an object. */
export function annotationsOf({ object }: Resource): Readonly<Record<string, string>> {
  return texts(fieldAt(object, 'metadata', 'annotations'));
}

const TRAEFIK = [
  ['traefik.ingress.kubernetes.io/router.middlewares', 'Middleware'],
  ['traefik.ingress.kubernetes.io/service.serverstransport', 'ServersTransport'],
] as const;

/** What annotations of an Ingress or a Service refer to. */
export function annotationReferences(resource: Resource): readonly Reference[] {
  const annotations = annotationsOf(resource);
  const namespace = namespaceOf(resource);
  if (Object.keys(annotations).length === 0) return [];
  const ofTraefik = flatMap(TRAEFIK, ([key, kind]) =>
    flatMap((annotations[key] ?? '').split(','), (text) => traefikObject(text.trim(), kind, key, namespace)),
  );
  return ofTraefik.concat(
    issuer('ClusterIssuer', 'cert-manager.io/cluster-issuer', annotations, ''),
    issuer('Issuer', 'cert-manager.io/issuer', annotations, namespace),
  );
}

/**
 * Traefik writes namespace and name with `-` between, or `_` with `safeNaming`, so that only those of the own namespace
 * can be told apart.
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/
 */
function traefikObject(text: string, kind: string, key: string, namespace: string): readonly Reference[] {
  const [name = '', provider] = text.split('@');
  const own = [`${namespace}-`, `${namespace}_`].find((prefix) => name.startsWith(prefix));
  if (provider !== 'kubernetescrd' || namespace === '' || own === undefined) return [];
  const path = `metadata.annotations[${key}]`;
  return refer(kind, name.slice(own.length), path, { group: 'traefik.io', namespace });
}

function issuer(
  kind: string,
  key: string,
  annotations: Readonly<Record<string, string>>,
  namespace: string,
): readonly Reference[] {
  const foreign = annotations['cert-manager.io/issuer-group'] ?? 'cert-manager.io';
  if (foreign !== 'cert-manager.io') return [];
  return refer(kind, annotations[key], `metadata.annotations[${key}]`, { group: foreign, namespace });
}
