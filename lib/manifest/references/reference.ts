import type { Resource } from '../resource';

/** A value and where it is written. */
export interface Located<Value> {
  readonly value: Value;
  readonly path: string;
}

/** What one object says of another, by name. */
export interface Reference {
  /** Where the name is written: `spec.template.spec.volumes[config].configMap.name`. */
  readonly path: string;
  readonly kind: string;
  /** The API group, empty for the core group. `undefined` where the reference does not say. */
  readonly group: string | undefined;
  /** Empty for a kind without namespace, and where it is not known. */
  readonly namespace: string;
  readonly name: string;
  /** The keys of a ConfigMap or Secret that are asked for. */
  readonly keys: readonly Located<string>[];
  /** The port of a Service that is asked for, by number or name. */
  readonly port?: Located<string | number>;
  /** Whether all goes well without it. */
  readonly optional: boolean;
  /** The container that asks for it. */
  readonly container?: string;
}

/** What a reference may say beside kind and name. */
export type ReferenceDetails = Partial<
  Pick<Reference, 'group' | 'namespace' | 'keys' | 'port' | 'optional' | 'container'>
>;

const GROUPS: ReadonlyMap<string, string> = new Map([
  ...['ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'PersistentVolumeClaim', 'PersistentVolume'].map(
    (kind) => [kind, ''] as const,
  ),
  ['StorageClass', 'storage.k8s.io'],
  ['PriorityClass', 'scheduling.k8s.io'],
  ['RuntimeClass', 'node.k8s.io'],
  ['IngressClass', 'networking.k8s.io'],
  ['Role', 'rbac.authorization.k8s.io'],
  ['ClusterRole', 'rbac.authorization.k8s.io'],
]);

/** A reference in a list; an empty list where the name is no text, which is no reference. */
export function refer(kind: string, name: unknown, path: string, details: ReferenceDetails = {}): readonly Reference[] {
  if (typeof name !== 'string' || name === '') return NONE;
  const group = 'group' in details ? details.group : GROUPS.get(kind);
  const { namespace = '', keys = NONE, optional = false, port, container } = details;
  return [{ kind, name, path, group, namespace, keys, optional, port, container }];
}

const NONE: readonly never[] = [];

/** The name of an object, empty if it has none. */
export function nameOf({ object }: Resource): string {
  const name: unknown = object.metadata?.name;
  return typeof name === 'string' ? name : '';
}

/** The kind of an object, empty if it has none. */
export function kindOf({ object }: Resource): string {
  const kind: unknown = object.kind;
  return typeof kind === 'string' ? kind : '';
}

/** The namespace that an object says it is in, empty if it says none. */
export function namespaceOf({ object }: Resource): string {
  const namespace: unknown = object.metadata?.namespace;
  return typeof namespace === 'string' ? namespace : '';
}

/** The API group that an `apiVersion` is in, empty for the core group. */
export function groupOf(apiVersion: unknown): string {
  const slash = typeof apiVersion === 'string' ? apiVersion.indexOf('/') : -1;
  return slash < 0 ? '' : (apiVersion as string).slice(0, slash);
}

/** A key in a list, or none if it is no text. */
export function located(value: unknown, path: string): readonly Located<string>[] {
  return typeof value === 'string' && value !== '' ? [{ value, path }] : [];
}

/** A port of a Service by number or name, or none. */
export function portOf(value: unknown, path: string): Located<string | number> | undefined {
  return typeof value === 'number' || typeof value === 'string' ? { value, path } : undefined;
}
