import type { Resource } from '../resource';
import { annotationReferences } from './annotation-references';
import { ByKind } from './by-kind';
import {
  accountReferences,
  bindingReferences,
  claimReferences,
  scaleReferences,
  sourceReferences,
  statefulSetReferences,
} from './control-references';
import {
  backendPolicyReferences,
  gatewayReferences,
  isRoute,
  listenerSetReferences,
  routeReferences,
} from './gateway-references';
import { ingressReferences, ingressRouteReferences } from './ingress-references';
import { podReferences } from './pod-references';
import type { Reference } from './reference';
import { apiServiceReferences, conversionReferences, webhookReferences } from './webhook-references';
import { workloadPod } from './workload-pods';

/** What refers to others beside its pods, by group and kind. */
const BY_KIND = new ByKind<(resource: Resource) => readonly Reference[]>([
  ['/PersistentVolumeClaim', claimReferences],
  ['/Service', annotationReferences],
  ['/ServiceAccount', accountReferences],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', webhookReferences],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', webhookReferences],
  ['apiextensions.k8s.io/CustomResourceDefinition', conversionReferences],
  ['apiregistration.k8s.io/APIService', apiServiceReferences],
  ['apps/StatefulSet', statefulSetReferences],
  ['autoscaling/HorizontalPodAutoscaler', scaleReferences],
  ['autoscaling.k8s.io/VerticalPodAutoscaler', scaleReferences],
  ['keda.sh/ScaledObject', scaleReferences],
  ['cert-manager.io/Certificate', sourceReferences],
  ['external-secrets.io/ExternalSecret', sourceReferences],
  ['gateway.networking.k8s.io/BackendTLSPolicy', backendPolicyReferences],
  ['gateway.networking.k8s.io/Gateway', gatewayReferences],
  ['gateway.networking.k8s.io/ListenerSet', listenerSetReferences],
  ['networking.k8s.io/Ingress', (ingress) => ingressReferences(ingress).concat(annotationReferences(ingress))],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', bindingReferences],
  ['rbac.authorization.k8s.io/RoleBinding', bindingReferences],
  ['traefik.io/IngressRoute', ingressRouteReferences],
]);

const NONE: readonly never[] = [];

/** Every reference that an object makes to others by name. What it selects by label is in `selectors`. */
export function references(resource: Resource): readonly Reference[] {
  const pod = workloadPod(resource);
  const ofKind = isRoute(resource) ? routeReferences : BY_KIND.of(resource.object);
  if (!pod) return ofKind ? ofKind(resource) : NONE;
  return ofKind ? podReferences(pod).concat(ofKind(resource)) : podReferences(pod);
}
