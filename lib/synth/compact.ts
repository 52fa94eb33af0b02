/**
 * A copy without the fields that are `undefined`, at any depth. An empty map or list stays: it says something else than
 * its absence (`emptyDir: {}`).
 */
export function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.map(compact) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, compact(field)]),
  ) as T;
}

/** Whether a value is a map of fields: a literal, or what a parser returns without a prototype. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
