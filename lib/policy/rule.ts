import type { Finding } from '../manifest/finding';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';

/** Something that is not allowed. A rule that does not apply to an object says nothing about it. */
export interface Rule {
  /** Such as `no-secret-values`. */
  readonly id: string;
  readonly severity: Finding['severity'];
  /** What is not allowed, in one sentence. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do instead. */
  readonly remedy: string;
  /** The page that the rule comes from. */
  readonly link?: string;
  /** Where the rule is broken, in the objects of one environment. */
  check(resources: readonly Resource[], target: Target): readonly Violation[];
}

/** A place where a rule is broken. */
export interface Violation {
  readonly resource: Resource;
  /** What is wrong, with the value where it is no secret. */
  readonly message: string;
  readonly path?: string;
}
