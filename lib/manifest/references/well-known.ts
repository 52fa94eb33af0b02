import type { Selector } from './label-selector';
import type { Reference } from './reference';

type Known = Pick<Reference, 'kind' | 'namespace' | 'name'>;

/** Objects that every cluster has, and the keys of those that have some. */
const KNOWN: readonly { readonly kind: string; readonly name: RegExp; readonly keys?: readonly string[] }[] = [
  { kind: 'ServiceAccount', name: /^default$/ },
  { kind: 'ConfigMap', name: /^kube-root-ca\.crt$/, keys: ['ca.crt'] },
  { kind: 'ConfigMap', name: /^openshift-service-ca\.crt$/, keys: ['service-ca.crt'] },
  { kind: 'PriorityClass', name: /^system-(cluster|node)-critical$/ },
  { kind: 'ClusterRole', name: /^(cluster-admin|admin|edit|view|system:.+)$/ },
  { kind: 'Role', name: /^(extension-apiserver-authentication-reader|system::?.+)$/ },
  { kind: 'Service', name: /^kubernetes$/ },
];

/** Labels of pods and Services that every cluster has, by namespace. */
const LABELS: Readonly<Record<string, RegExp>> = {
  default: /^component=apiserver$/,
  'kube-system':
    /^(k8s-app=kube-(dns|proxy)|component=(etcd|kube-(apiserver|controller-manager|scheduler))|tier=control-plane)$/,
};

/** Whether a selector asks in a namespace for what every cluster has there. */
export function isOfEveryCluster(namespace: string, { labels }: Selector): boolean {
  const known = Object.hasOwn(LABELS, namespace) ? LABELS[namespace] : undefined;
  return known !== undefined && labels.some(([key, value]) => known.test(`${key}=${value}`));
}

/** The object that every cluster has, if it is one. */
export function wellKnown({ kind, name }: Known): { keys(): ReadonlySet<string> | undefined } | undefined {
  const known = KNOWN.find((each) => each.kind === kind && each.name.test(name));
  return known && { keys: () => known.keys && new Set(known.keys) };
}
