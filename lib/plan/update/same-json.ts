import { isMap } from '../../manifest/pods';

/** Whether two values are the same as JSON: the order of fields is nothing, that of lists is, and a missing field is none. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => sameJson(item, other[index]));
  }
  if (!isMap(one) || !isMap(other)) return false;
  return (
    Object.keys(one).every((field) => sameJson(one[field], other[field])) &&
    Object.keys(other).every((field) => other[field] === undefined || one[field] !== undefined)
  );
}
