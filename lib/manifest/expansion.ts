/** What an alias bomb or a map that contains itself would grow into; no real manifest comes near. */
const MOST_VALUES = 100_000;

/** How deep maps and lists may be inside each other; the deepest schema of a custom resource needs about 60. */
export const MOST_LEVELS = 250;

interface Extent {
  readonly values: number;
  readonly levels: number;
}

/**
 * Why a document with aliases is too big once each of them is replaced by what it stands for, or `undefined`. Every
 * value is visited once, however often it is referred to.
 */
export function expansionProblem(document: unknown): string | undefined {
  const known = new Map<object, Extent | 'open'>();
  try {
    measure(document, 0);
    return undefined;
  } catch (error) {
    if (error instanceof TooBig) return error.message;
    throw error;
  }

  function measure(value: unknown, depth: number): Extent {
    if (typeof value !== 'object' || value === null) return { values: 1, levels: 0 };
    const before = known.get(value);
    if (before === 'open') throw new TooBig('has an anchor that contains itself: write out what it stands for');
    if (depth + (before?.levels ?? 0) > MOST_LEVELS) throw new TooBig(tooDeep());
    if (before) return before;
    known.set(value, 'open');
    let values = 1;
    let levels = 0;
    for (const item of Object.values(value)) {
      const extent = measure(item, depth + 1);
      values += extent.values;
      levels = Math.max(levels, extent.levels + 1);
      if (values > MOST_VALUES) throw new TooBig(tooMany());
    }
    const extent = { values, levels };
    known.set(value, extent);
    return extent;
  }
}

/** What is wrong with a document that is nested too deep. */
export function tooDeep(): string {
  return `has maps or lists more than ${MOST_LEVELS} levels inside each other: no Kubernetes object is that deep, so correct the indentation`;
}

function tooMany(): string {
  return `has aliases that stand for more than ${MOST_VALUES} values: write out what they stand for`;
}

class TooBig extends Error {}
