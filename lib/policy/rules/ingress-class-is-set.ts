import { textAt } from '../../manifest/fields';
import { annotationsOf } from '../../manifest/references/annotation-references';
import { hasDefaultClass } from '../../manifest/references/ingress-class';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import type { Rule, Violation } from '../rule';

/** An Ingress must say which controller it is for. */
export const ingressClassIsSet: Rule = {
  id: 'ingress-class-is-set',
  severity: { development: 'warning', production: 'error' },
  group: 'networking',
  what: 'An Ingress must have an ingressClassName, and not the annotation that came before it.',
  why: "Without a class it is served by the cluster's default, which may change, or by nobody, or by several.",
  remedy: 'set spec.ingressClassName and remove the annotation kubernetes.io/ingress.class',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return index.ofKind('Ingress').flatMap((resource) => {
      const violation = judge(resource, index);
      return violation === undefined ? [] : [violation];
    });
  },
};

function judge(resource: Resource, index: ResourceIndex): Violation | undefined {
  const path = 'metadata.annotations[kubernetes.io/ingress.class]';
  const field = textAt(resource.object, 'spec', 'ingressClassName');
  const annotation = annotationsOf(resource)['kubernetes.io/ingress.class'];
  if (field === undefined && annotation === undefined) {
    return hasDefaultClass(index) ? undefined : { resource, path: 'spec', message: 'has no class' };
  }
  if (field !== undefined) {
    if (annotation === undefined || annotation === field) return undefined;
    return {
      resource,
      path,
      message: `'${annotation}' is not the ingressClassName '${field}', so the API server refuses it`,
    };
  }
  // GKE reads nothing but the annotation.
  if (/^gce(-internal)?$/.test(annotation ?? '')) return undefined;
  return { resource, path, message: `'${annotation}' is in the annotation, not in ingressClassName` };
}
