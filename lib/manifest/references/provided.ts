import { fieldAt, textAt } from '../fields';
import { isMap } from '../pods';
import type { Resource } from '../resource';
import { type Created, createdFrom } from './created';
import { groupOf, nameOf, namespaceOf } from './reference';

/** An object that is in the cluster once the manifests are applied. */
export interface Provided extends Created {
  /** The object itself; none where a controller creates it from another. */
  readonly resource?: Resource;
}

/** What an object brings into the cluster: itself, and what controllers create from it. */
export function providedBy(resource: Resource): readonly Provided[] {
  const { object } = resource;
  const self = {
    group: groupOf(object.apiVersion),
    kind: textAt(object, 'kind') ?? '',
    namespace: namespaceOf(resource),
    name: nameOf(resource),
    resource,
    keys: () => keysOf(resource),
  };
  const created = createdFrom(resource);
  return created.length === 0 ? [self] : [self, ...created];
}

function keysOf({ object }: Resource): ReadonlySet<string> | undefined {
  const keys = ['data', 'binaryData', 'stringData'].flatMap((field) => {
    const values = fieldAt(object, field);
    return isMap(values) ? Object.keys(values) : [];
  });
  return keys.length > 0 ? new Set(keys) : undefined;
}
