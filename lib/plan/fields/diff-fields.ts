import { type Fields, textAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { schemaOf } from '../../manifest/schema/schema-of';
import type { Schema, Type } from '../../manifest/schema/types';
import type { FieldChange } from '../plan';
import { sameJson } from '../update/same-json';

/** What the server writes, and nobody asks for. */
const BOOKKEEPING = new Set(['managedFields', 'resourceVersion', 'uid', 'generation', 'creationTimestamp']);

/**
 * The fields in which two versions of an object differ. The items of a list are compared with those of the same key, and
 * another order of them is a change of its own.
 */
export function diffFields(
  before: KubernetesObject,
  after: KubernetesObject,
  kubernetes: string,
): readonly FieldChange[] {
  const schema = schemaOf(kubernetes);
  const kind = schema.kind(after.apiVersion, after.kind) ?? schema.kind(before.apiVersion, before.kind);
  const comparison = new Comparison(schema);
  const root: Type | undefined = kind && { is: 'object', name: kind.type.name };
  comparison.compare('', withoutStatus(before), withoutStatus(after), root);
  return comparison.changes;
}

function withoutStatus({ status: _status, metadata, ...rest }: KubernetesObject): unknown {
  const kept = Object.entries(metadata).filter(([field]) => !BOOKKEEPING.has(field));
  return { ...rest, metadata: Object.fromEntries(kept) };
}

class Comparison {
  public readonly changes: FieldChange[] = [];

  constructor(private readonly schema: Schema) {}

  public compare(path: string, before: unknown, after: unknown, type: Type | undefined): void {
    if (sameJson(before, after)) return;
    if (isMap(before) && isMap(after)) this.maps(path, before, after, type);
    else if (Array.isArray(before) && Array.isArray(after)) this.lists(path, before, after, type);
    else if (path !== '') this.changes.push({ path, ...valueOf('before', before), ...valueOf('after', after) });
  }

  private maps(path: string, before: Fields, after: Fields, type: Type | undefined): void {
    for (const field of [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()) {
      this.compare(below(path, field), before[field], after[field], this.inside(type, field));
    }
  }

  private lists(path: string, before: readonly unknown[], after: readonly unknown[], type: Type | undefined): void {
    const of = type?.is === 'list' ? type.of : undefined;
    const [old, current] = keyed(before, after, type);
    if (!old || !current) {
      if (isReordered(before, after)) this.changes.push({ path, before, after, order: true });
      else if (isMapList(before) && isMapList(after)) this.items(path, before, after, of);
      else this.changes.push({ path, before, after });
      return;
    }
    for (const key of new Set([...old.keys(), ...current.keys()])) {
      this.compare(`${path}[${key}]`, old.get(key), current.get(key), of);
    }
    const common = [...old.keys()].filter((key) => current.has(key));
    const order = [...current.keys()].filter((key) => old.has(key));
    if (!sameJson(common, order)) this.changes.push({ path, before: common, after: order, order: true });
  }

  private items(path: string, before: readonly unknown[], after: readonly unknown[], of: Type | undefined): void {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      this.compare(`${path}[${index}]`, before[index], after[index], of);
    }
  }

  private inside(type: Type | undefined, field: string): Type | undefined {
    if (type?.is === 'object') return this.schema.type(type.name).fields.get(field)?.type;
    return type?.is === 'map' ? type.of : undefined;
  }
}

function valueOf<K extends string>(key: K, value: unknown): Partial<Record<K, unknown>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, unknown>);
}

function below(path: string, field: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(field)) return `${path}[${field}]`;
  return path === '' ? field : `${path}.${field}`;
}

/** The items of two lists by what tells them apart, if something does on both sides. */
function keyed(
  before: readonly unknown[],
  after: readonly unknown[],
  type: Type | undefined,
): readonly [Items | undefined, Items | undefined] {
  const keys = type?.is === 'list' ? keysOf(type) : [];
  return [byKey(before, keys), byKey(after, keys)];
}

type Items = ReadonlyMap<string, unknown>;

function keysOf(type: Type & { readonly is: 'list' }): readonly string[] {
  if (type.list.keys.length > 0) return type.list.keys;
  return type.list.merge === undefined ? [] : [type.list.merge];
}

function byKey(items: readonly unknown[], keys: readonly string[]): Items | undefined {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const label = isMap(item) ? labelOf(item, keys) : undefined;
    if (label === undefined || found.has(label)) return undefined;
    found.set(label, item);
  }
  return found;
}

/** What an item is called: by the keys of its list, else by its name, as a claim template is. */
function labelOf(item: Fields, keys: readonly string[]): string | undefined {
  if (keys.length === 0) return textAt(item, 'name') ?? textAt(item, 'metadata', 'name');
  const [first, ...others] = keys.map((key) => item[key]);
  if (first === undefined) return undefined;
  return [first, ...others.filter((part) => part !== undefined && part !== 'TCP')].map(String).join(' ');
}

function isMapList(list: readonly unknown[]): boolean {
  return list.every(isMap);
}

function sorted(list: readonly unknown[]): readonly string[] {
  return list.map((item) => JSON.stringify(item)).toSorted();
}

function isReordered(before: readonly unknown[], after: readonly unknown[]): boolean {
  if (before.length !== after.length) return false;
  return sameJson(sorted(before), sorted(after));
}
