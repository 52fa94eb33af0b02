import type { Fields } from '../../../manifest/fields';
import { isMap } from '../../../manifest/pods';
import type { Draft } from '../json';

/** The field that says that an item of a list goes: `$patch: delete`. */
export const DIRECTIVE = '$patch';
/** The fields of a map that stay; all others go. */
export const RETAIN_KEYS = '$retainKeys';
/** The order of a list's items: `$setElementOrder/env`. */
export const ORDER = '$setElementOrder/';
/** The values that leave a list: `$deleteFromPrimitiveList/finalizers`. */
export const DELETE_VALUES = '$deleteFromPrimitiveList/';

/** Whether an item of a patch says that it goes. */
export function isDeletion(item: unknown): item is Fields {
  return isMap(item) && item[DIRECTIVE] === 'delete';
}

/** A part of a patch as a value: without the items that say that they go, and without `null` fields if they are of no use. */
export function withoutDirectives(value: unknown, dropNulls: boolean): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => !isDeletion(item)).map((item: unknown) => withoutDirectives(item, dropNulls));
  }
  if (isMap(value)) {
    for (const [field, inside] of Object.entries(value)) {
      if ((dropNulls && inside === null) || isDeletion(inside)) delete (value as Draft)[field];
      else (value as Draft)[field] = withoutDirectives(inside, dropNulls);
    }
  }
  return value;
}
