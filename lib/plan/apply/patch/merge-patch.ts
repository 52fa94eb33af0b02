import { isMap } from '../../../manifest/pods';
import type { Schema, Type } from '../../../manifest/schema/types';
import { sameJson } from '../../update/same-json';
import { Refusal } from '../refusal';
import { type Draft, fieldOf } from '../json';
import { DELETE_VALUES, isDeletion, ORDER, RETAIN_KEYS, withoutDirectives } from './directives';
import { arranged, identity, itemsAre, keyOfItem, type List, placeOf } from './list-order';
import { withoutRepeats } from './list-values';
import { patchField, type PatchField } from './patch-field';

/**
 * Merges a strategic merge patch into an object, as the API server does, or into another patch, as kubectl does; both
 * are written to (`mergeMap` in `k8s.io/apimachinery/pkg/util/strategicpatch/patch.go`).
 */
export class MergePatch {
  constructor(
    private readonly schema: Schema,
    private readonly into: 'object' | 'patch',
  ) {}

  /** The map with the patch merged into it. */
  maps(map: Draft, patch: Draft, type: Type | undefined, path = ''): Draft {
    this.retainKeys(map, patch, path);
    for (const name of Object.keys(patch)) {
      if (name.startsWith(ORDER)) this.orderedList(map, patch, name.slice(ORDER.length), type, path);
    }
    for (const [name, value] of Object.entries(patch)) this.field(map, name, value, type, path);
    return map;
  }

  private field(map: Draft, name: string, value: unknown, type: Type | undefined, path: string): void {
    if (name.startsWith(DELETE_VALUES)) return this.deleteValues(map, name, value as List);
    if (value === null) delete map[name];
    if (value === null && this.into === 'object') return;
    const old = fieldOf(map, name);
    const field = patchField(this.schema, type, name);
    const place = path ? `${path}.${name}` : name;
    if (isMap(old) && isMap(value)) {
      map[name] = field.strategy === 'replace' ? value : this.maps(old as Draft, value as Draft, field.inside, place);
    } else if (Array.isArray(old) && Array.isArray(value) && field.strategy === 'merge') {
      map[name] = this.lists(old, value, field, place).merged;
    } else if (Array.isArray(old) && Array.isArray(value)) {
      map[name] = value;
    } else if (isDeletion(value)) {
      delete map[name];
    } else {
      map[name] = withoutDirectives(value, this.into === 'object');
    }
  }

  private deleteValues(map: Draft, directive: string, values: List): void {
    const name = directive.slice(DELETE_VALUES.length);
    if (this.into === 'patch') map[directive] = values;
    else if (Array.isArray(map[name])) map[name] = (map[name] as List).filter((value) => !values.includes(value));
  }

  private retainKeys(map: Draft, patch: Draft, path: string): void {
    const kept = patch[RETAIN_KEYS] as readonly string[] | undefined;
    if (!kept) return;
    delete patch[RETAIN_KEYS];
    if (this.into === 'patch') {
      if (map[RETAIN_KEYS] !== undefined && !sameJson(map[RETAIN_KEYS], kept)) {
        throw new Refusal(path, 'its retained keys are not the same in both halves of the patch');
      }
      map[RETAIN_KEYS] = kept;
      return;
    }
    const values = Object.entries(patch).filter(([name, value]) => value !== null && !isParallel(name));
    if (values.some(([name]) => !kept.includes(name))) throw new Refusal(path, 'invalid patch format of retainKeys');
    for (const name of Object.keys(map)) if (!kept.includes(name)) delete map[name];
  }

  /** Merges a list for which the patch says the order: first what the patch names, then what only the server has. */
  private orderedList(map: Draft, patch: Draft, name: string, type: Type | undefined, path: string): void {
    const order = patch[ORDER + name] as List;
    const place = path ? `${path}.${name}` : name;
    if (this.into === 'patch') {
      if (map[ORDER + name] !== undefined && !sameJson(map[ORDER + name], order)) {
        throw new Refusal(place, 'invalid patch format of setElementOrder list');
      }
      map[ORDER + name] = order;
    }
    const [old, added] = [listOf(map, name, place), listOf(patch, name, place)];
    const field = patchField(this.schema, type, name);
    if (added) mustFollow(added, order, field.key, place);
    delete patch[ORDER + name];
    delete patch[name];
    if (!old && !added) return;
    itemsAre(place, old ?? [], added ?? []);
    const { merged, server } = !added
      ? { merged: old!, server: old! }
      : old
        ? this.lists(old, added, field, place)
        : { merged: withoutDirectives(added, false) as List, server: [] };
    map[name] = arranged(merged, order, server, field.key, place);
  }

  /**
   * The two lists as one. `server` is the server's order as the merge leaves it: Go's slices share their memory, so that
   * an item that comes is written to the place of one that has gone.
   */
  private lists(old: List, patch: List, field: PatchField, path: string): { merged: List; server: List } {
    if (old.length === 0 && patch.length === 0) return { merged: old, server: old };
    if (itemsAre(path, old, patch) === 'value') {
      return { merged: arranged(withoutRepeats([...old, ...patch]), patch, old, '', path), server: old };
    }
    const { key } = field;
    const going = patch.filter(isDeletion).map((item) => keyOfItem(item, key, path));
    const kept = old.filter((item) => !going.includes(identity(item, key)));
    const items = patch.filter((item) => !isDeletion(item));
    const merged = this.items([...kept], items, field, path);
    return {
      merged: arranged(merged, items, kept, key, path),
      server: going.length > 0 ? merged.slice(0, old.length) : old,
    };
  }

  private items(list: unknown[], patch: List, { key, inside }: PatchField, path: string): unknown[] {
    for (const item of patch) {
      const value = keyOfItem(item, key, path);
      const place = placeOf(list, item, key);
      if (place < 0) list.push(item);
      else list[place] = this.maps(list[place] as Draft, item as Draft, inside, `${path}[${String(value)}]`);
    }
    return list;
  }
}

function listOf(map: Draft, name: string, path: string): List | undefined {
  const value = fieldOf(map, name);
  if (value === undefined || Array.isArray(value)) return value;
  throw new Refusal(path, 'the patch has an order for what is no list');
}

function isParallel(name: string): boolean {
  return name.startsWith(ORDER) || name.startsWith(DELETE_VALUES);
}

/** The items of a patch must come in the order that it asks for, else the API server refuses it. */
function mustFollow(patch: List, order: List, key: string, path: string): void {
  const staying = patch.filter((item) => !isDeletion(item));
  let next = 0;
  for (const item of order) if (next < staying.length && identity(staying[next], key) === identity(item, key)) next++;
  if (patch.length > 0 && order.length > 0 && next < staying.length) {
    throw new Refusal(path, `the order in the patch doesn't match its setElementOrder list`);
  }
}
