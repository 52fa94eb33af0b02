import { isMap } from '../manifest/pods';

/** The same value with the fields of its maps in one order. */
export function sortedByKey(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedByKey);
  if (!isMap(value)) return value;
  const fields = Object.keys(value).toSorted();
  return Object.fromEntries(fields.map((field) => [field, sortedByKey(value[field])]));
}
