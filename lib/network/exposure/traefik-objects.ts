import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { parseQuantity } from '../../manifest/quantity';

/** The prefix of Traefik's annotations. */
export const TRAEFIK = 'traefik.ingress.kubernetes.io/';

/**
 * A middleware that answers requests with a greater body with 413.
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/buffering/
 */
export function bodyLimit(name: string, size: string): KubernetesObject {
  return traefikObject('Middleware', name, { buffering: { maxRequestBodyBytes: parseQuantity(size) } });
}

/**
 * A middleware that redirects to HTTPS for good.
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/redirectscheme/
 */
export function httpsRedirect(name: string): KubernetesObject {
  return traefikObject('Middleware', name, { redirectScheme: { scheme: 'https', permanent: true } });
}

/**
 * How Traefik waits for a Service. It replaces the transport that Traefik is configured with, of which it keeps the
 * number of idle connections; the CustomResourceDefinition alone would mean 2 instead of 200.
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/serverstransport/
 */
export function serversTransport(name: string, seconds: number): KubernetesObject {
  return traefikObject('ServersTransport', name, {
    maxIdleConnsPerHost: 200,
    forwardingTimeouts: { responseHeaderTimeout: `${seconds}s` },
  });
}

/** The Service's annotations for a cookie that keeps a client on one pod. */
export function stickyAnnotations(cookie: string, secure: boolean): Readonly<Record<string, string>> {
  const prefix = `${TRAEFIK}service.sticky.cookie`;
  const annotations = { [prefix]: 'true', [`${prefix}.name`]: cookie, [`${prefix}.httponly`]: 'true' };
  return secure ? { ...annotations, [`${prefix}.secure`]: 'true' } : annotations;
}

function traefikObject(kind: string, name: string, spec: object): KubernetesObject {
  return { apiVersion: 'traefik.io/v1alpha1', kind, metadata: { name }, spec };
}
