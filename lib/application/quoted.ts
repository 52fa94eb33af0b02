/** A value as a program writes it, in so many words that it can be recognised. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'function') return `the function ${value.name || 'without a name'}`;
  if (typeof value !== 'object' || value === null) return String(value);
  const prototype: object | null = Object.getPrototypeOf(value);
  const plain = Array.isArray(value) || prototype === null || prototype === Object.prototype;
  return plain ? asJson(value) : `an instance of ${prototype.constructor.name}`;
}

/** Constructs refer to one another in circles, and so do objects that hold some. */
function asJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return `an object with ${Object.keys(value).join(', ')}`;
  }
}
