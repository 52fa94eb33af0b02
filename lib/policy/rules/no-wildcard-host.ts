import { mapsAt, textAt } from '../../manifest/fields';
import { GATEWAY, routeHosts } from '../../manifest/references/gateway-references';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** An Ingress should name its hosts. */
export const noWildcardHost: Rule = {
  id: 'no-wildcard-host',
  severity: PRODUCTION_WARNING,
  group: 'networking',
  what: 'An Ingress or HTTPRoute should name each host that it answers.',
  why: 'It answers requests that are meant for others, now or later.',
  remedy: 'write each host in full, or acknowledge it where there is one for each customer',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return [
      ...index.ofKind('Ingress').flatMap((resource) =>
        mapsAt(resource.object, 'spec', 'rules')
          .map((rule, at) => ({ host: textAt(rule, 'host') ?? '', path: `spec.rules[${at}]` }))
          .filter(({ host }) => host === '' || host.startsWith('*'))
          .map(({ host, path }) =>
            host === ''
              ? { resource, path, message: 'has no host, so it answers all' }
              : { resource, path: `${path}.host`, message: `'${host}' answers all such hosts` },
          ),
      ),
      ...index.ofKind('HTTPRoute', GATEWAY).flatMap((resource) =>
        routeHosts(resource)
          .filter((host) => host.startsWith('*'))
          .map((host) => ({ resource, path: 'spec.hostnames', message: `'${host}' answers all such hosts` })),
      ),
    ];
  },
};
