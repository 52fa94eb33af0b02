import { textsAt } from '../../manifest/fields';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { ERROR, type Rule } from '../rule';

/** A Service must not claim addresses of nodes or of others. */
export const noExternalIps: Rule = {
  id: 'no-external-ips',
  severity: ERROR,
  group: 'networking',
  what: 'A Service must not have externalIPs.',
  why: 'It takes over the traffic to any address, also to those of others (CVE-2020-8554); Kubernetes 1.36 deprecates the field.',
  remedy: 'use a Service of type LoadBalancer, or an Ingress or Gateway',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  check: (resources) =>
    ResourceIndex.of(resources)
      .ofKind('Service')
      .flatMap((resource) => {
        const addresses = textsAt(resource.object, 'spec', 'externalIPs');
        if (addresses.length === 0) return [];
        return [{ resource, path: 'spec.externalIPs', message: `claims ${addresses.join(', ')}` }];
      }),
};
