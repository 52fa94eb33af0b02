/** A value in which what occurs several times is `{ "$ref": n }`, and what that stands for. */
export interface Shared {
  readonly root: unknown;
  /** Each refers to earlier ones only. */
  readonly shared: readonly unknown[];
}

/** Shorter texts are as well written out. */
const SHORTEST = 40;

/** Writes every larger object once. */
export function share(value: unknown): Shared {
  const counts = new Map<string, number>();
  count(value, counts);
  const places = new Map<string, number>();
  const shared: unknown[] = [];
  return { root: replace(value), shared };

  function replace(item: unknown): unknown {
    if (typeof item !== 'object' || item === null) return item;
    const text = JSON.stringify(item);
    const known = places.get(text);
    if (known !== undefined) return { $ref: known };
    const copy = Array.isArray(item)
      ? item.map(replace)
      : Object.fromEntries(Object.entries(item).map(([key, field]) => [key, replace(field)]));
    if (!isShared(item, text, counts)) return copy;
    places.set(text, shared.length);
    shared.push(copy);
    return { $ref: shared.length - 1 };
  }
}

function isShared(item: object, text: string, counts: ReadonlyMap<string, number>): boolean {
  return !Array.isArray(item) && text.length >= SHORTEST && (counts.get(text) ?? 0) > 1;
}

/** How often each object occurs; what is in one that has occurred is not counted again. */
function count(value: unknown, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  const text = JSON.stringify(value);
  const times = (counts.get(text) ?? 0) + 1;
  counts.set(text, times);
  if (times === 1) for (const item of Object.values(value)) count(item, counts);
}
