/** How long to go on asking, and what to call the thing that did not happen. */
export interface Patience {
  /** For the message: `not within 30 s: three ready pods`. */
  readonly what: string;
  /** @default - 30 seconds */
  readonly seconds?: number;
  /** @default - 100 milliseconds between two questions */
  readonly pause?: number;
}

/** Resolves after `milliseconds`. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Asks until the answer is neither `undefined` nor `false` nor an error, and returns it. */
export async function until<T>(ask: () => Promise<T | undefined | false>, patience: Patience): Promise<T> {
  const seconds = patience.seconds ?? 30;
  const deadline = Date.now() + seconds * 1000;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await sleep(patience.pause ?? 100);
  } while (Date.now() < deadline);
  throw new Error(`not within ${seconds} s: ${patience.what}`, { cause: last });
}
