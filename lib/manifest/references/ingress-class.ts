import { fieldAt, textAt } from '../fields';
import type { Resource } from '../resource';
import { annotationsOf } from './annotation-references';
import { nameOf } from './reference';
import type { ResourceIndex } from './resource-index';

/** An ingress controller that annotations are known of. */
export interface IngressController {
  readonly name: string;
  /** What the IngressClass of it is mostly called. */
  readonly className: RegExp;
  /** What `spec.controller` of the IngressClass says. */
  readonly controller: RegExp;
  /** The prefixes of its annotations. */
  readonly prefixes: readonly string[];
}

/** The controllers, and the annotations that only they read. */
export const CONTROLLERS: readonly IngressController[] = [
  known('ingress-nginx', /^$/, /^k8s\.io\/(internal-)?ingress-nginx/, 'nginx.ingress.kubernetes.io'),
  known('F5 NGINX', /^$/, /^nginx\.org\/ingress-controller/, 'nginx.org', 'nginx.com', 'appprotect.f5.com'),
  known('nginx', /nginx/, /^$/, 'nginx.ingress.kubernetes.io', 'nginx.org', 'nginx.com', 'appprotect.f5.com'),
  known('Traefik', /traefik/, /^traefik\.io\//, 'traefik.ingress.kubernetes.io'),
  known('HAProxy', /haproxy/, /haproxy/, 'haproxy.org', 'haproxy.com', 'haproxy-ingress.github.io'),
  known('Contour', /contour/, /^projectcontour\.io\//, 'projectcontour.io'),
  known('AWS ALB', /^alb$/, /^ingress\.k8s\.aws\//, 'alb.ingress.kubernetes.io'),
  known('GKE', /^gce(-internal)?$/, /^(networking\.gke\.io|ingress\.gcp\.kubernetes\.io)\//, 'networking.gke.io'),
  known(
    'Azure Application Gateway',
    /application-gateway/,
    /^azure\/application-gateway/,
    'appgw.ingress.kubernetes.io',
  ),
  known('Kong', /kong/, /konghq\.com\//, 'konghq.com'),
];

function known(name: string, className: RegExp, controller: RegExp, ...prefixes: string[]): IngressController {
  return { name, className, controller, prefixes };
}

const ANNOTATION = 'kubernetes.io/ingress.class';

/** The class of an Ingress, by its field or by the annotation that came before it. */
export function classOf(ingress: Resource): string | undefined {
  return textAt(ingress.object, 'spec', 'ingressClassName') ?? annotationsOf(ingress)[ANNOTATION];
}

/** The controller of an Ingress, by what its IngressClass says or else by its name; `undefined` if that is not known. */
export function controllerOf(ingress: Resource, index: ResourceIndex): IngressController | undefined {
  const name = classOf(ingress);
  if (name === undefined) return undefined;
  const rendered = index.ofKind('IngressClass').find((each) => nameOf(each) === name);
  const controller = textAt(rendered?.object, 'spec', 'controller');
  return CONTROLLERS.find((each) => (controller ? each.controller.test(controller) : each.className.test(name)));
}

/** Whether an IngressClass of the manifests is for every Ingress that names none. */
export function hasDefaultClass(index: ResourceIndex): boolean {
  return index
    .ofKind('IngressClass')
    .some(
      ({ object }) =>
        fieldAt(object, 'metadata', 'annotations', 'ingressclass.kubernetes.io/is-default-class') === 'true',
    );
}
