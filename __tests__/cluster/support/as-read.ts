import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { isMap } from '../../../lib/manifest/pods';

/** What an API server, its admission and the controllers add to objects: the list in the comment of `asStored`. */
const ADDED: readonly RegExp[] = [
  /^\w+ status$/,
  /^\w+ metadata\.(uid|resourceVersion|generation|creationTimestamp|managedFields|namespace)$/,
  /^\w+ metadata\.annotations\.((deployment|(pv|volume)(\.beta)?)\.kubernetes\.io\/|deprecated\.daemonset)/,
  /^HorizontalPodAutoscaler metadata\.annotations\.autoscaling\.alpha\.kubernetes\.io\/(conditions|current-metrics)$/,
  /^(PersistentVolume|PersistentVolumeClaim|ServiceCIDR) metadata\.finalizers$/,
  /^Job (spec\.template\.)?metadata\.labels\.(batch\.kubernetes\.io\/)?(controller-uid|job-name)$/,
  /^Job spec\.selector(\.matchLabels)?$/,
  /^Namespace spec\.finalizers$/,
  /^PersistentVolume spec\.claimRef$/,
  /^PersistentVolumeClaim spec\.(storageClassName|volumeName)$/,
  /^Pod metadata\.labels\.topology\.kubernetes\.io\//,
  /^Pod spec\.(serviceAccount|serviceAccountName|priority|preemptionPolicy|tolerations|nodeName)$/,
  /^Service spec\.(clusterIP|clusterIPs|ipFamilies|ipFamilyPolicy|healthCheckNodePort|ports\[\]\.nodePort)$/,
];

/** The volume with the token of a pod's account. */
const TOKEN = /^kube-api-access-/;

/** What an API server answers, but for nulls, which stand for empty lists, and for what it has added unforeseen. */
export function asRead(answer: KubernetesObject, foreseen: KubernetesObject): unknown {
  return read(answer, foreseen, `${answer.kind} `);
}

function read(value: unknown, foreseen: unknown, place: string): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value.filter((item) => !(isMap(item) && TOKEN.test(String(item.name))));
    const others: readonly unknown[] = Array.isArray(foreseen) ? foreseen : [];
    return items.map((item, index) => read(item, others[index], `${place}[]`));
  }
  if (!isMap(value)) return value;
  const fields = Object.entries(value).flatMap(([name, inside]): [string, unknown][] => {
    const path = /[ ]$/.test(place) ? place + name : `${place}.${name}`;
    const other = isMap(foreseen) ? foreseen[name] : undefined;
    if (inside === null || (other === undefined && ADDED.some((added) => added.test(path)))) return [];
    const left = read(inside, other, path);
    return other === undefined && isEmptied(inside, left) ? [] : [[name, left]];
  });
  return Object.fromEntries(fields);
}

/** Whether nothing is left of something, such as of labels that are all added. */
function isEmptied(before: unknown, after: unknown): boolean {
  return isEmpty(after) && !isEmpty(before);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
