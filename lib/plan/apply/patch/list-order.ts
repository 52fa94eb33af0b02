import { isMap } from '../../../manifest/pods';
import { Refusal } from '../refusal';
import { isDeletion } from './directives';

/** A list of JSON. */
export type List = readonly unknown[];

/** What the items of lists are, which must all be alike; a patch knows no lists of lists. */
export function itemsAre(path: string, ...lists: readonly List[]): 'map' | 'value' {
  const items = lists.flat();
  const kinds = new Set(items.map((item) => (Array.isArray(item) ? 'list' : isMap(item) ? 'map' : typeof item)));
  if (items.length === 0) throw new Refusal(path, 'no elements in any of the given slices');
  if (kinds.has('list')) throw new Refusal(path, 'lists of lists are not supported');
  if (kinds.size > 1) throw new Refusal(path, 'list element types are not identical');
  return kinds.has('map') ? 'map' : 'value';
}

/** What tells an item of a list apart: its key, or itself in a list of values. */
export function identity(item: unknown, key: string): unknown {
  return key !== '' && isMap(item) ? item[key] : item;
}

/** The key of an item, which it must have. */
export function keyOfItem(item: unknown, key: string, path: string): unknown {
  const found = isMap(item) && Object.hasOwn(item, key) ? item[key] : undefined;
  if (typeof found === 'object' && found !== null) throw new Refusal(path, `the merge key is no value: ${key}`);
  if (isMap(item) && Object.hasOwn(item, key)) return found;
  throw new Refusal(path, `an item does not contain declared merge key: ${key}`);
}

/** The place of an item in a list, by its key; -1 if it is not there. */
export function placeOf(list: List, item: unknown, key: string): number {
  const wanted = identity(item, key);
  return list.findIndex((candidate) => identity(candidate, key) === wanted);
}

/** The items in the order of another list, those that say that they go last. */
export function ordered(items: List, order: List, key: string): unknown[] {
  const staying = items
    .filter((item) => !isDeletion(item))
    .map((item) => [placeOf(order, item, key), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
  return [...staying, ...items.filter(isDeletion)];
}

/**
 * The items that a patch names, in the patch's order, and between them those that only the server has: each before the
 * first one that was behind it in the server's list.
 */
function interleaved(named: List, serverOnly: List, serverOrder: List, key: string): unknown[] {
  const left = [...serverOnly];
  const merged = named.flatMap((item) => {
    const place = placeOf(serverOrder, item, key);
    const next = left.findIndex((other) => !isBefore(placeOf(serverOrder, other, key), place));
    return [...left.splice(0, next < 0 ? left.length : next), item];
  });
  return [...merged, ...left];
}

function isBefore(place: number, other: number): boolean {
  return place >= 0 && place < other;
}

/** Splits a merged list by whether a patch names its items, and puts it in order. */
export function arranged(merged: List, patchOrder: List, serverOrder: List, key: string, path: string): unknown[] {
  if (key !== '') for (const item of merged) keyOfItem(item, key, path);
  const named = merged.filter((item) => placeOf(patchOrder, item, key) >= 0);
  const serverOnly = merged.filter((item) => placeOf(patchOrder, item, key) < 0);
  return interleaved(ordered(named, patchOrder, key), ordered(serverOnly, serverOrder, key), serverOrder, key);
}
