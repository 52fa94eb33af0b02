import { mapsAt, textsAt } from '../../manifest/fields';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import { type Rule, type Violation } from '../rule';

/** The certificates of an Ingress must be for its hosts. */
export const tlsCoversHosts: Rule = {
  id: 'tls-covers-hosts',
  severity: { development: 'warning', production: 'error' },
  group: 'networking',
  what: 'An Ingress with TLS must name each of its hosts in tls.',
  why: 'The host is served with the certificate of another, which browsers refuse, or without TLS.',
  remedy: 'add the host to tls[].hosts, or correct it',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  check: (resources) => ResourceIndex.of(resources).ofKind('Ingress').flatMap(uncovered),
};

function uncovered(resource: Resource): readonly Violation[] {
  const lists = mapsAt(resource.object, 'spec', 'tls').map((tls) => textsAt(tls, 'hosts'));
  if (lists.length === 0 || lists.some((hosts) => hosts.length === 0)) return [];
  const hosts = lists.flat();
  return mapsAt(resource.object, 'spec', 'rules').flatMap(({ host }, index) => {
    if (typeof host !== 'string' || host === '' || hosts.some((pattern) => covers(pattern, host))) return [];
    return [{ resource, path: `spec.rules[${index}].host`, message: `'${host}' is not in tls (${hosts.join(', ')})` }];
  });
}

/** A `*` stands for one part of a name. */
function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && pattern.slice(1) === host.slice(host.indexOf('.')));
}
