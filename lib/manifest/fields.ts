import { isMap } from './pods';

/** A map of fields, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value at a path of fields; `undefined` where one of them is missing, or is no map. */
export function fieldAt(value: unknown, ...fields: readonly string[]): unknown {
  return follow(value, fields);
}

/** The maps in a list at a path; anything else that the list holds is left out. */
export function mapsAt(value: unknown, ...fields: readonly string[]): readonly Fields[] {
  const list = follow(value, fields) as readonly unknown[];
  if (!Array.isArray(list)) return NONE;
  return list.every(isMap) ? list : list.filter(isMap);
}

/** The texts in a list at a path; anything else that the list holds is left out. */
export function textsAt(value: unknown, ...fields: readonly string[]): readonly string[] {
  const list = follow(value, fields) as readonly unknown[];
  if (!Array.isArray(list)) return NONE;
  return list.every(isText) ? list : list.filter(isText);
}

/** The text at a path, or `undefined`. */
export function textAt(value: unknown, ...fields: readonly string[]): string | undefined {
  const text = follow(value, fields);
  return typeof text === 'string' ? text : undefined;
}

const NONE: readonly never[] = [];

/** What is inherited is no field, but is rare, so that it is asked for only where there is something. */
function follow(value: unknown, fields: readonly string[]): unknown {
  let current = value;
  for (const field of fields) {
    if (!isMap(current)) return undefined;
    const inside = current[field];
    if (inside === undefined || inside === null || !Object.hasOwn(current, field)) return undefined;
    current = inside;
  }
  return current ?? undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A value as text, whatever it is; `String` fails on a map with a field `toString`. */
export function show(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
