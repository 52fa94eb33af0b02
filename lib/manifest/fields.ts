import { isMap } from './pods';

/** A map of fields, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value at a path of one to four fields; `undefined` where one of them is missing, or is no map. */
export function fieldAt(value: unknown, first: string, second?: string, third?: string, fourth?: string): unknown {
  let current = inside(value, first);
  if (second !== undefined) current = inside(current, second);
  if (third !== undefined) current = inside(current, third);
  if (fourth !== undefined) current = inside(current, fourth);
  return current ?? undefined;
}

/** The value at the end of some steps; `undefined` where one of them is missing, or is no map. */
export function valueAt(value: unknown, steps: readonly string[]): unknown {
  let current = value;
  for (let index = 0; index < steps.length; index++) current = inside(current, steps[index]!);
  return current ?? undefined;
}

/** The maps in a list at a path of one to four fields; anything else that the list holds is left out. */
export function mapsAt(
  value: unknown,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
): readonly Fields[] {
  const list = fieldAt(value, first, second, third, fourth);
  if (!Array.isArray(list)) return NONE;
  return list.every(isMap) ? list : list.filter(isMap);
}

/** The texts in a list at a path of one to four fields; anything else that the list holds is left out. */
export function textsAt(
  value: unknown,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
): readonly string[] {
  const list = fieldAt(value, first, second, third, fourth);
  if (!Array.isArray(list)) return NONE;
  return list.every(isText) ? list : list.filter(isText);
}

/** The text at a path of one to four fields, or `undefined`. */
export function textAt(
  value: unknown,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
): string | undefined {
  const text = fieldAt(value, first, second, third, fourth);
  return typeof text === 'string' ? text : undefined;
}

/**
 * A field that a map has itself, which may be null; `undefined` in anything else. It is called more often than anything
 * else, so that it calls nothing that it can do itself: what a map inherits is a function or its prototype.
 */
export function inside(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found = (value as Fields)[name];
  if (typeof found !== 'function' && name !== '__proto__') return found;
  return Object.hasOwn(value, name) ? found : undefined;
}

const NONE: readonly never[] = [];

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A value as text, whatever it is; `String` fails on a map with a field `toString`. */
export function show(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
