import { isMap } from './pods';

/** A map of fields, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value at a path of fields; `undefined` where one of them is missing, or is no map. */
export function fieldAt(value: unknown, ...fields: readonly string[]): unknown {
  let current = value;
  for (const field of fields) {
    if (!isMap(current) || !Object.hasOwn(current, field)) return undefined;
    current = current[field];
  }
  return current ?? undefined;
}

/** The maps in a list at a path; anything else that the list holds is left out. */
export function mapsAt(value: unknown, ...fields: readonly string[]): readonly Fields[] {
  const list = fieldAt(value, ...fields);
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isMap) : [];
}

/** The texts in a list at a path; anything else that the list holds is left out. */
export function textsAt(value: unknown, ...fields: readonly string[]): readonly string[] {
  const list = fieldAt(value, ...fields);
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}

/** The text at a path, or `undefined`. */
export function textAt(value: unknown, ...fields: readonly string[]): string | undefined {
  const text = fieldAt(value, ...fields);
  return typeof text === 'string' ? text : undefined;
}

/** A value as text, whatever it is; `String` fails on a map with a field `toString`. */
export function show(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
