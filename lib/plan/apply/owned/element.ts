import type { Fields } from '../../../manifest/fields';
import { isMap } from '../../../manifest/pods';
import type { ListAtom } from './atom';

/** The name of a field, as sets of fields have it. */
export function fieldElement(field: string): string {
  return `f:${field}`;
}

/** The field of an element's name; `undefined` for an item of a list. */
export function fieldOfElement(element: string): string | undefined {
  return element.startsWith('f:') ? element.slice(2) : undefined;
}

/** The name of a list's item: its keys, with defaults, or its value; `undefined` for one that has none of the keys. */
export function itemElement(list: ListAtom, item: unknown): string | undefined {
  if (list.keys.length === 0) return `v:${JSON.stringify(item)}`;
  if (!isMap(item)) return undefined;
  const pairs = list.keys
    .map((key) => [key, Object.hasOwn(item, key) ? (item as Fields)[key] : list.keyDefault(key)] as const)
    .filter(([, value]) => value !== undefined);
  return pairs.length > 0 ? `k:${JSON.stringify(pairs)}` : undefined;
}

/** An item's name as the API server writes it: `[containerPort=80,protocol="TCP"]`. */
export function describeElement(element: string): string {
  const inside: unknown = JSON.parse(element.slice(2));
  if (element.startsWith('v:')) return `[=${JSON.stringify(inside)}]`;
  const pairs = inside as readonly (readonly [string, unknown])[];
  return `[${pairs.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
}
