import type { KubernetesObject } from '../manifest/kubernetes-object';

/**
 * kubectl applies a file from top to bottom and does not sort: what others need comes first. A kind that is not listed
 * (a custom resource) comes after everything that it could need.
 */
const KINDS = [
  'Namespace',
  'CustomResourceDefinition',
  'PriorityClass',
  'StorageClass',
  'ResourceQuota',
  'LimitRange',
  'ServiceAccount',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'ConfigMap',
  'Secret',
  'SealedSecret',
  'ExternalSecret',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Service',
  'NetworkPolicy',
  'Pod',
  'ReplicaSet',
  'StatefulSet',
  'Deployment',
  'DaemonSet',
  'Job',
  'CronJob',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'Middleware',
  'ServersTransport',
  'Ingress',
];

/** Kinds of Kubernetes itself that belong to no namespace. */
const CLUSTER_SCOPED = new Set([
  'Namespace',
  'CustomResourceDefinition',
  'PriorityClass',
  'StorageClass',
  'ClusterRole',
  'ClusterRoleBinding',
  'PersistentVolume',
  'IngressClass',
  'RuntimeClass',
  'GatewayClass',
]);

/** The order of two objects in a file; it depends on nothing but what identifies them. */
export function compareObjects(a: KubernetesObject, b: KubernetesObject): number {
  return (
    rank(a.kind) - rank(b.kind) ||
    compareText(a.kind, b.kind) ||
    compareText(a.metadata.name, b.metadata.name) ||
    compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
    compareText(a.apiVersion, b.apiVersion)
  );
}

/** An object as the API server stores it: cdk8s puts a namespace on cluster-scoped kinds too. */
export function withoutStrayNamespace(object: KubernetesObject): KubernetesObject {
  if (!CLUSTER_SCOPED.has(object.kind) || object.metadata.namespace === undefined) return object;
  const { namespace: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}

function rank(kind: string): number {
  const index = KINDS.indexOf(kind);
  return index < 0 ? KINDS.length : index;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
