import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { annotationsOf } from '../../manifest/references/annotation-references';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import { httpRoutesWithoutTls, ingressRoutesWithoutTls } from '../routes-without-tls';
import type { Rule, Violation } from '../rule';

/** What is exposed must be exposed with TLS. */
export const exposedHostsHaveTls: Rule = {
  id: 'exposed-hosts-have-tls',
  severity: { development: 'off', production: 'error' },
  group: 'networking',
  what: 'Every host of an Ingress, an HTTPRoute or an IngressRoute must be served with TLS.',
  why: 'Passwords and sessions cross the network in the clear.',
  remedy:
    'add tls with a certificate (Credentials, or an issuer of cert-manager), or attach the route to a listener that has one; acknowledge it where TLS ends before',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    const ingresses = index.ofKind('Ingress');
    const secure = new Set(ingresses.filter(hasTls).flatMap(hostsOf));
    const open = ingresses.filter((ingress) => !hasTls(ingress)).flatMap((ingress) => openHosts(ingress, secure));
    return [...open, ...httpRoutesWithoutTls(index), ...ingressRoutesWithoutTls(index)];
  },
};

/** Annotations with which controllers serve TLS without a Secret. */
const TLS =
  /(router\.tls(\..+)?=true|certificate-arn=.+|listen-ports=.*HTTPS.*|managed-certificates=.+|pre-shared-cert=.+|appgw-ssl-certificate=.+|router\.entrypoints=.*(secure|https|443).*)$/i;

function hasTls(ingress: Resource): boolean {
  const annotations = Object.entries(annotationsOf(ingress)).map(([key, value]) => `${key}=${value}`);
  return mapsAt(ingress.object, 'spec', 'tls').length > 0 || annotations.some((annotation) => TLS.test(annotation));
}

function hostsOf({ object }: Resource): readonly string[] {
  return mapsAt(object, 'spec', 'rules').map((rule) => textAt(rule, 'host') ?? '');
}

/** A host that another Ingress serves with TLS is here to redirect. */
function openHosts(resource: Resource, secure: ReadonlySet<string>): readonly Violation[] {
  const hosts = hostsOf(resource);
  if (hosts.length === 0 && fieldAt(resource.object, 'spec', 'defaultBackend') !== undefined) {
    return [{ resource, path: 'spec.defaultBackend', message: 'is served without TLS' }];
  }
  return hosts.flatMap((host, index) => {
    if (secure.has(host)) return [];
    const message = `${host ? `'${host}'` : 'every host'} is served without TLS`;
    return [{ resource, path: `spec.rules[${index}]${host ? '.host' : ''}`, message }];
  });
}
