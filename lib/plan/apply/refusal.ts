import type { Objection } from '../prediction';
import type { Applied } from './applied';

/** Why a manifest can't be merged; thrown from the depth of a merge, and turned into an objection at its top. */
export class Refusal extends Error {
  constructor(
    readonly path: string,
    message: string,
    /** Whether it is about what the cluster has, rather than about the manifest. */
    readonly update = false,
  ) {
    super(message);
  }
}

/** What a merge comes to, or its refusal. */
export function settle(merge: () => Applied): Applied {
  try {
    return merge();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const failure: Objection = { path: error.path, message: error.message, update: error.update };
    return { failure };
  }
}
