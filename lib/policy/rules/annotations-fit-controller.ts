import { annotationsOf } from '../../manifest/references/annotation-references';
import { classOf, CONTROLLERS, controllerOf } from '../../manifest/references/ingress-class';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Rule } from '../rule';

/** Annotations of an Ingress must be those of its controller. */
export const annotationsFitController: Rule = {
  id: 'annotations-fit-controller',
  severity: { development: 'warning', production: 'error' },
  group: 'networking',
  what: 'The annotations of an Ingress must be those that its controller reads.',
  why: 'The controller ignores those of others without a word: no redirect, no limit, no allow list.',
  remedy: 'write what the controller of this class calls it, or correct ingressClassName',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return index.ofKind('Ingress').flatMap((resource) => {
      const controller = controllerOf(resource, index);
      if (!controller) return [];
      return Object.keys(annotationsOf(resource)).flatMap((key) => {
        const prefix = key.slice(0, Math.max(0, key.indexOf('/')));
        if (controller.prefixes.includes(prefix)) return [];
        const owner = CONTROLLERS.find(({ prefixes }) => prefixes.includes(prefix));
        if (!owner) return [];
        const message = `is read by ${owner.name}, and class '${classOf(resource)}' is ${controller.name}'s`;
        return [{ resource, path: `metadata.annotations[${key}]`, message }];
      });
    });
  },
};
