import { fieldAt } from '../../manifest/fields';
import { classOf, hasDefaultClass } from '../../manifest/references/ingress-class';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Rule } from '../rule';

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
      if (fieldAt(resource.object, 'spec', 'ingressClassName') !== undefined) return [];
      const name = classOf(resource);
      if (name === undefined)
        return hasDefaultClass(index) ? [] : [{ resource, path: 'spec', message: 'has no class' }];
      // GKE reads nothing but the annotation.
      if (/^gce(-internal)?$/.test(name)) return [];
      const path = 'metadata.annotations[kubernetes.io/ingress.class]';
      return [{ resource, path, message: `'${name}' is in the annotation, not in ingressClassName` }];
    });
  },
};
