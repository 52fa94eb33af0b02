import { fieldAt } from '../fields';
import { memoize } from '../memoize';
import { isMap } from '../pods';
import type { Resource } from '../resource';
import { type Created, createdFrom } from './created';
import { groupOf, kindOf, nameOf, namespaceOf, type Reference } from './reference';

/** An object that is in the cluster once the manifests are applied. */
export interface Provided extends Created {
  /** The object itself; none where a controller creates it from another. */
  readonly resource?: Resource;
}

/** What of a reference says which object it means. */
export type Meant = Pick<Reference, 'kind' | 'group' | 'namespace' | 'name'>;

type ByName = ReadonlyMap<string, ReadonlyMap<string, readonly Provided[]>>;

/** Finds what objects bring into the cluster: themselves, and what controllers create from them. */
export class ProvidedIndex {
  private readonly providers = new Map<string, Resource[]>();
  /** What is provided of a kind, by name and namespace. Only some kinds are ever asked for. */
  private readonly ofKind = memoize((kind) => byName(kind, this.providers.get(kind) ?? []));

  /** Adds what an object brings. */
  public add(resource: Resource): void {
    this.provides(kindOf(resource), resource);
    for (const { kind } of createdFrom(resource)) this.provides(kind, resource);
  }

  /** What is meant in a namespace, of which the empty one may be any; what is in the namespace itself comes first. */
  public find({ kind, group, namespace, name }: Meant): Provided | undefined {
    const named = this.ofKind(kind).get(name);
    if (!named) return undefined;
    const places = namespace === '' ? named.keys() : [namespace, ''];
    for (const place of places) {
      const found = named.get(place)?.find((each) => group === undefined || each.group === group);
      if (found) return found;
    }
    return undefined;
  }

  private provides(kind: string, resource: Resource): void {
    const providers = this.providers.get(kind);
    if (!providers) this.providers.set(kind, [resource]);
    else if (providers.at(-1) !== resource) providers.push(resource);
  }
}

function byName(kind: string, providers: readonly Resource[]): ByName {
  const names = new Map<string, Map<string, Provided[]>>();
  for (const provider of providers) {
    for (const provided of providedBy(provider)) {
      if (provided.kind !== kind) continue;
      const named = names.get(provided.name);
      const same = named?.get(provided.namespace);
      if (same) same.push(provided);
      else if (named) named.set(provided.namespace, [provided]);
      else names.set(provided.name, new Map([[provided.namespace, [provided]]]));
    }
  }
  return names;
}

function providedBy(resource: Resource): readonly Provided[] {
  const self = {
    group: groupOf(resource.object.apiVersion),
    kind: kindOf(resource),
    namespace: namespaceOf(resource),
    name: nameOf(resource),
    resource,
    keys: () => keysOf(resource),
  };
  const created: readonly Provided[] = createdFrom(resource);
  return created.length === 0 ? [self] : [self, ...created];
}

function keysOf({ object }: Resource): ReadonlySet<string> | undefined {
  const keys = ['data', 'binaryData', 'stringData'].flatMap((field) => {
    const values = fieldAt(object, field);
    return isMap(values) ? Object.keys(values) : [];
  });
  return keys.length > 0 ? new Set(keys) : undefined;
}
