import type { Fields } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The namespace is part of what an object is, however it is written. */
const OF_SERVER = new Set([
  'namespace',
  'managedFields',
  'generation',
  'resourceVersion',
  'uid',
  'creationTimestamp',
  'selfLink',
]);

/** An object without what the API server and kubectl write into it for themselves, and without its status. */
export function withoutBookkeeping(object: KubernetesObject): Fields {
  const { status: _, metadata, ...others } = object;
  const kept = Object.entries(isMap(metadata) ? metadata : {}).flatMap(([field, value]) => {
    if (OF_SERVER.has(field)) return [];
    if (field !== 'annotations' || !isMap(value)) return [[field, value] as const];
    const annotations = Object.entries(value).filter(([key]) => key !== LAST_APPLIED);
    return annotations.length > 0 ? [[field, Object.fromEntries(annotations)] as const] : [];
  });
  return { ...others, metadata: Object.fromEntries(kept) };
}
