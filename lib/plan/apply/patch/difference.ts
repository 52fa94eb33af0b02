import type { Fields } from '../../../manifest/fields';
import { isMap } from '../../../manifest/pods';
import type { Schema, Type } from '../../../manifest/schema/types';
import { sameJson } from '../../update/same-json';
import { type Draft, draft, fieldOf } from '../json';
import { DELETE_VALUES, DIRECTIVE, ORDER, RETAIN_KEYS } from './directives';
import { goSort } from './go-sort';
import { itemsAre, keyOfItem, type List, ordered } from './list-order';
import { addedValues, removedValues } from './list-values';
import { patchField } from './patch-field';

/**
 * One half of kubectl's three-way patch: what has changed from the live object to the manifest, or what has been deleted
 * from the manifest that was applied last (`diffMaps` in `k8s.io/apimachinery/pkg/util/strategicpatch/patch.go`).
 */
export class Difference {
  constructor(
    private readonly schema: Schema,
    private readonly wanted: 'changes' | 'deletions',
  ) {}

  /** The patch that leads from one map to another. */
  maps(from: Fields, to: Fields, type: Type | undefined, path = '', retainKeys = false): Draft {
    const patch = draft();
    for (const [name, value] of Object.entries(to)) {
      const old = fieldOf(from, name);
      const place = path ? `${path}.${name}` : name;
      if (isMap(old) && isMap(value)) this.map(name, old, value, type, patch, place);
      else if (Array.isArray(old) && Array.isArray(value)) this.list(name, old, value, type, patch, place);
      else if (this.wanted === 'changes' && old !== value) patch[name] = value;
    }
    const gone = Object.keys(from).filter((name) => !Object.hasOwn(to, name));
    if (this.wanted === 'deletions') for (const name of gone) patch[name] = null;
    const kept = Object.keys(to).filter((name) => to[name] !== null);
    const clears = Object.keys(patch).length > 0 || gone.some((name) => from[name] !== null);
    if (retainKeys && kept.length > 0 && clears) patch[RETAIN_KEYS] = kept.toSorted();
    return patch;
  }

  private map(name: string, from: Fields, to: Fields, type: Type | undefined, patch: Draft, path: string): void {
    const field = patchField(this.schema, type, name);
    if (field.strategy === 'replace') {
      if (this.wanted === 'changes') patch[name] = to;
      return;
    }
    const inside = this.maps(from, to, field.inside, path, field.retainKeys);
    if (Object.keys(inside).length > 0) patch[name] = inside;
  }

  private list(name: string, from: List, to: List, type: Type | undefined, patch: Draft, path: string): void {
    const field = patchField(this.schema, type, name);
    if (field.strategy !== 'merge') {
      if (this.wanted === 'changes' && !sameJson(from, to)) patch[name] = to;
    } else if (from.length === 0) {
      if (this.wanted === 'changes' && to.length > 0) patch[name] = to;
    } else if (itemsAre(path, from, to) === 'map') {
      this.items(name, from, to, field, patch, path);
    } else {
      this.values(name, from, to, patch);
    }
  }

  private items(name: string, from: List, to: List, field: ReturnType<typeof patchField>, patch: Draft, path: string) {
    const { key } = field;
    const { changed, deleted } = this.compare(sortedByKey(from, key, path), sortedByKey(to, key, path), field, path);
    const items = [...ordered(changed, to, key), ...deleted];
    const sameOrder =
      from.length === to.length && to.every((item, index) => (item as Fields)[key] === (from[index] as Fields)[key]);
    if (items.length > 0) patch[name] = items;
    if (items.length === 0 && (this.wanted === 'deletions' || sameOrder)) return;
    if (to.length > 0) patch[ORDER + name] = to.map((item) => keyOnly(key, (item as Fields)[key]));
  }

  /** Walks over two lists that are sorted by key; of items with the same key, one is compared with one. */
  private compare(from: readonly Fields[], to: readonly Fields[], field: ReturnType<typeof patchField>, path: string) {
    const { key, inside, retainKeys } = field;
    const changed: unknown[] = [];
    const deleted: unknown[] = [];
    for (let [i, j] = [0, 0]; i < from.length || j < to.length;) {
      const [old, item] = [from[i], to[j]];
      if (old && item && String(old[key]) === String(item[key])) {
        const patch = this.maps(old, item, inside, `${path}[${String(item[key])}]`, retainKeys);
        if (Object.keys(patch).length > 0) changed.push(Object.assign(patch, keyOnly(key, item[key])));
        i++;
        j++;
      } else if (!old || (item && String(old[key]) > String(item[key]))) {
        if (this.wanted === 'changes') changed.push(item);
        j++;
      } else {
        if (this.wanted === 'deletions') deleted.push(Object.assign(keyOnly(key, old[key]), { [DIRECTIVE]: 'delete' }));
        i++;
      }
    }
    return { changed, deleted };
  }

  private values(name: string, from: List, to: List, patch: Draft): void {
    const added = this.wanted === 'changes' ? addedValues(from, to) : [];
    const removed = this.wanted === 'deletions' ? removedValues(from, to) : [];
    if (added.length > 0) patch[name] = ordered(added, to, '');
    if (removed.length > 0) patch[DELETE_VALUES + name] = removed;
    const reordered = this.wanted === 'changes' && !sameJson(sortedValues(from), to);
    if ((removed.length > 0 || reordered) && to.length > 0) patch[ORDER + name] = to;
  }
}

function keyOnly(key: string, value: unknown): Draft {
  return Object.assign(draft(), { [key]: value });
}

function sortedByKey(list: List, key: string, path: string): readonly Fields[] {
  for (const item of list) keyOfItem(item, key, path);
  return goSort(list as readonly Fields[], (a, b) => String(a[key]) <= String(b[key]));
}

function sortedValues(list: List): List {
  return list.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}
