import type { KubernetesObject } from './kubernetes-object';

/** One object as a reader sees it. */
export interface Resource {
  readonly object: KubernetesObject;
  readonly origin: Origin;
}

/** Where an object comes from: a place in a file, or the construct that rendered it. */
export type Origin =
  | { readonly file: string; readonly document: number; readonly line?: number }
  | { readonly constructPath: string; readonly environment: string };

/** What makes an object the same object after an edit: never its version, file or order. */
export interface ResourceId {
  /** The API group, empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty for an object without a namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** The identity of an object; a namespace that is a map or a list is none. */
export function resourceId({ apiVersion, kind, metadata }: KubernetesObject): ResourceId {
  const slash = apiVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    kind,
    namespace: typeof metadata.namespace === 'object' ? '' : (metadata.namespace ?? ''),
    name: metadata.name,
  };
}

/** An identity as people write it: `Deployment shop/web`. */
export function describeResource({ kind, namespace, name }: ResourceId): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
