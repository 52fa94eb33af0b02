import { flatMap } from '../../manifest/flat-map';
import { textAt } from '../../manifest/fields';
import { containersOf, type DescribedPod } from '../../manifest/pods';
import { annotationsOf } from '../../manifest/references/annotation-references';
import { controllerOf } from '../../manifest/references/ingress-class';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Resource } from '../../manifest/resource';
import type { Rule, Violation } from '../rule';

/** The ingress controller that nobody maintains should not be used. */
export const noRetiredIngressNginx: Rule = {
  id: 'no-retired-ingress-nginx',
  severity: { development: 'warning', production: 'error' },
  group: 'networking',
  what: "The community's ingress-nginx must not be used.",
  why: 'It is retired: since March 2026 nobody fixes its security holes.',
  remedy:
    'move to the Gateway API or another controller; acknowledge it while you do, or where Traefik reads its annotations',
  link: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return [
      ...index.ofKind('IngressClass').flatMap(ofClass),
      ...index.ofKind('Ingress').flatMap((ingress) => ofIngress(ingress, index)),
      ...flatMap(index.pods, ofPod),
    ];
  },
};

function ofPod(pod: DescribedPod): readonly Violation[] {
  return flatMap(containersOf(pod), ({ path, name, container }) => {
    const image = textAt(container, 'image') ?? '';
    if (!/(^|\/)(ingress-nginx\/controller|nginx-ingress-controller)([:@]|$)/.test(image)) return [];
    return [{ resource: pod.resource, container: name, path: `${path}.image`, message: `${image} is retired` }];
  });
}

function ofClass(resource: Resource): readonly Violation[] {
  const controller = textAt(resource.object, 'spec', 'controller') ?? '';
  if (!/^k8s\.io\/.*ingress-nginx/.test(controller)) return [];
  return [{ resource, path: 'spec.controller', message: `${controller} is retired` }];
}

/** Its annotations tell, where the class is not one of another controller. */
function ofIngress(resource: Resource, index: ResourceIndex): readonly Violation[] {
  const controller = controllerOf(resource, index);
  if (controller && !['nginx', 'ingress-nginx'].includes(controller.name)) return [];
  const key = Object.keys(annotationsOf(resource)).find((each) => each.startsWith('nginx.ingress.kubernetes.io/'));
  if (key === undefined && controller?.name !== 'ingress-nginx') return [];
  const path = key === undefined ? 'spec.ingressClassName' : `metadata.annotations[${key}]`;
  return [{ resource, path, message: 'is for ingress-nginx, which is retired' }];
}
