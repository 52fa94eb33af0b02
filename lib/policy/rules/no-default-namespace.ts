import { flatMap } from '../../manifest/flat-map';
import { groupOf, namespaceOf } from '../../manifest/references/reference';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** Kinds of applications, each in a namespace; of others it is not known here. */
const IN_NAMESPACES: Readonly<Record<string, readonly string[]>> = {
  '': ['Pod', 'Service', 'ConfigMap', 'Secret', 'ServiceAccount', 'PersistentVolumeClaim'],
  apps: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  batch: ['Job', 'CronJob'],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy'],
  autoscaling: ['HorizontalPodAutoscaler'],
  policy: ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io': ['Role', 'RoleBinding'],
};

/** An add-on of the cluster may live in `kube-system`, so only `default` and none at all are findings. */
export const noDefaultNamespace: Rule = {
  id: 'no-default-namespace',
  severity: PRODUCTION_WARNING,
  group: 'metadata',
  what: 'An object must say its namespace, and not be in the namespace default.',
  why: 'Without one, it lands where the context of whoever applies it points; default is shared by all who forget it.',
  remedy: 'set metadata.namespace to a namespace of the application',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  check: (resources) =>
    flatMap(resources, (resource) => {
      const namespace = namespaceOf(resource);
      if (namespace !== '' && namespace !== 'default') return [];
      const { apiVersion, kind } = resource.object;
      if (!IN_NAMESPACES[groupOf(apiVersion)]?.includes(kind)) return [];
      const message = namespace === '' ? 'it says no namespace' : 'the namespace is default';
      return [{ resource, path: 'metadata.namespace', message }];
    }),
};
