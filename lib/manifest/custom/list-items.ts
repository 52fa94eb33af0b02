import { type Fields, show, textsAt } from '../fields';
import { isMap } from '../pods';

/**
 * The items that a list has twice and may have once: equal ones of a set, and ones with the same keys of a map.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export function duplicates(
  list: readonly unknown[],
  schema: Fields,
): readonly { readonly index: number; readonly message: string }[] {
  const type = schema['x-kubernetes-list-type'];
  if (type !== 'set' && type !== 'map') return [];
  const keys = textsAt(schema, 'x-kubernetes-list-map-keys');
  const seen = new Set<string>();
  return [...list.entries()].flatMap(([index, item]) => {
    const what = type === 'set' ? show(item) : describeKeys(item, keys);
    const identity = `${typeof item} ${what}`;
    if (seen.has(identity)) return [{ index, message: `is there twice: ${what}` }];
    seen.add(identity);
    return [];
  });
}

/** The path of an item, which goes by its name if it has one. */
export function placeOfItem(path: string, item: unknown, index: number): string {
  return `${path}[${isMap(item) && typeof item.name === 'string' ? item.name : index}]`;
}

function describeKeys(item: unknown, keys: readonly string[]): string {
  if (!isMap(item)) return show(item);
  return keys
    .filter((key) => Object.hasOwn(item, key))
    .map((key) => `${key} ${JSON.stringify(item[key])}`)
    .join(', ');
}
