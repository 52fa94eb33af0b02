import type { Fields } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';

/** A map that a merge may write to; it has no prototype, so that a field may have any name. */
export type Draft = Record<string, unknown>;

/** A map without fields. */
export function draft(): Draft {
  return Object.create(null) as Draft;
}

/** A copy of JSON that may be written to. */
export function draftOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item: unknown) => draftOf(item)) as Value;
  if (!isMap(value)) return value;
  const copy = draft();
  for (const [field, inside] of Object.entries(value)) if (inside !== undefined) copy[field] = draftOf(inside);
  return copy as Value;
}

/** A draft as plain JSON again. */
export function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** The field of a map, or `undefined` where it is not there. */
export function fieldOf(map: Fields, field: string): unknown {
  return Object.hasOwn(map, field) ? map[field] : undefined;
}
