import { fieldAt, textAt, textsAt } from '../../manifest/fields';
import { annotationsOf } from '../../manifest/references/annotation-references';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** A Service that is open to the outside should be meant to be. */
export const servicesAreInternal: Rule = {
  id: 'services-are-internal',
  severity: PRODUCTION_WARNING,
  group: 'networking',
  what: 'A Service should not be of type NodePort or LoadBalancer, unless that is acknowledged.',
  why: 'Its port is open on every node, or in the internet, without the TLS and the limits of an ingress.',
  remedy: 'use type ClusterIP behind an Ingress or a Gateway, limit loadBalancerSourceRanges, or acknowledge it',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  check: (resources) =>
    ResourceIndex.of(resources)
      .ofKind('Service')
      .filter(isOpen)
      .map((resource) => ({
        resource,
        path: 'spec.type',
        message: `is of type ${textAt(resource.object, 'spec', 'type')}`,
      })),
};

/** Annotations with which clouds keep a load balancer inside. */
const INTERNAL =
  /(aws|azure|oci)-load-balancer-internal=(true|0\.0\.0\.0\/0)$|openstack-internal-load-balancer=true$|(aws-load-balancer-scheme|load-balancer-type|do-loadbalancer-network)=internal$/i;

function isOpen(resource: Resource): boolean {
  const spec = fieldAt(resource.object, 'spec');
  const type = fieldAt(spec, 'type');
  if (type === 'NodePort') return true;
  const ranges = textsAt(spec, 'loadBalancerSourceRanges');
  const limited = ranges.length > 0 && !ranges.some((range) => range.endsWith('/0'));
  const annotations = Object.entries(annotationsOf(resource)).map(([key, value]) => `${key}=${value}`);
  return type === 'LoadBalancer' && !limited && !annotations.some((annotation) => INTERNAL.test(annotation));
}
