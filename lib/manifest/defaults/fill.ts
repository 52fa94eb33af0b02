import { isMap } from '../pods';
import type { Fields } from '../fields';

/** What a type's missing fields become: these values, or what a function makes of the object in a version. */
export type Defaults = Fields | ((object: Fields, version: string) => Fields);

/** The object with values for fields that it lacks; a value that is `undefined` adds none. */
export function fill(object: Fields, values: Fields): Fields {
  const missing = Object.entries(values).filter(([name, value]) => value !== undefined && object[name] === undefined);
  return missing.length === 0 ? object : { ...object, ...Object.fromEntries(missing) };
}

/** The object with one field that is a map changed, if it has it. */
export function change(object: Fields, field: string, make: (map: Fields) => Fields): Fields {
  const value = object[field];
  return isMap(value) ? { ...object, [field]: make(value) } : object;
}

/** The object with each map in a list changed, if it has it. */
export function changeEach(object: Fields, field: string, make: (map: Fields) => Fields): Fields {
  const list = object[field];
  if (!Array.isArray(list)) return object;
  return { ...object, [field]: (list as readonly unknown[]).map((item) => (isMap(item) ? make(item) : item)) };
}

/** The object without some of its fields. */
export function without(object: Fields, ...fields: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !fields.includes(name)));
}
