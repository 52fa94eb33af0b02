import type { Resource } from '../resource';
import { annotationReferences } from './annotation-references';
import {
  accountReferences,
  bindingReferences,
  claimReferences,
  scaleReferences,
  sourceReferences,
  statefulSetReferences,
} from './control-references';
import { podReferences } from './pod-references';
import { groupOf, type Reference } from './reference';
import {
  gatewayReferences,
  ingressReferences,
  ingressRouteReferences,
  isRoute,
  routeReferences,
} from './route-references';
import { workloadPod } from './workload-pods';

/** What refers to others beside its pods, by group and kind. */
const BY_KIND: ReadonlyMap<string, (resource: Resource) => readonly Reference[]> = new Map([
  ['/PersistentVolumeClaim', claimReferences],
  ['/Service', annotationReferences],
  ['/ServiceAccount', accountReferences],
  ['apps/StatefulSet', statefulSetReferences],
  ['autoscaling/HorizontalPodAutoscaler', scaleReferences],
  ['autoscaling.k8s.io/VerticalPodAutoscaler', scaleReferences],
  ['keda.sh/ScaledObject', scaleReferences],
  ['cert-manager.io/Certificate', sourceReferences],
  ['external-secrets.io/ExternalSecret', sourceReferences],
  ['gateway.networking.k8s.io/Gateway', gatewayReferences],
  ['networking.k8s.io/Ingress', (ingress) => [...ingressReferences(ingress), ...annotationReferences(ingress)]],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', bindingReferences],
  ['rbac.authorization.k8s.io/RoleBinding', bindingReferences],
  ['traefik.io/IngressRoute', ingressRouteReferences],
]);

/** Every reference that an object makes to others by name. What it selects by label is in `selectors`. */
export function references(resource: Resource): readonly Reference[] {
  const pod = workloadPod(resource);
  const ofKind = isRoute(resource)
    ? routeReferences
    : BY_KIND.get(`${groupOf(resource.object.apiVersion)}/${resource.object.kind}`);
  return [...(pod ? podReferences(pod) : []), ...(ofKind?.(resource) ?? [])];
}
