import type { Finding } from '../manifest/finding';
import type { DescribedPod } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';

/** How severe a broken rule is; `off` where a preset does not ask for it. */
export type Severity = Finding['severity'];

/** Something that is not allowed. A rule that does not apply to an object says nothing about it. */
export interface Rule {
  /** Such as `no-secret-values`. */
  readonly id: string;
  /** How severe it is in each preset. */
  readonly severity: { readonly development: Severity | 'off'; readonly production: Severity | 'off' };
  /** The group that the documentation lists it in. */
  readonly group:
    | 'structure'
    | 'references'
    | 'pod-security'
    | 'security'
    | 'resources'
    | 'reliability'
    | 'networking'
    | 'secrets'
    | 'storage'
    | 'images'
    | 'jobs'
    | 'access'
    | 'metadata'
    | 'acknowledgements';
  /** What is not allowed, in one sentence. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do instead. */
  readonly remedy: string;
  /** The page that the rule comes from. @default - none */
  readonly link?: string;
  /** Whether nobody may acknowledge it. @default - false */
  readonly locked?: boolean;
  /** Whether it is asked for at all; where not, an acknowledgement of it may be unused. @default - it always is */
  isAskedFor?(target: Target): boolean;
  /** Where the rule is broken, in the objects of one environment. */
  check(resources: readonly Resource[], target: Target): readonly Violation[];
  /** The same for one pod among the objects, of a rule that looks at one pod after the other. @default - it looks at all */
  checkPod?(pod: DescribedPod, resources: readonly Resource[], target: Target): readonly Violation[];
}

/** A place where a rule is broken. */
export interface Violation {
  readonly resource: Resource;
  /** What is wrong, with the value where it is no secret. */
  readonly message: string;
  /** Such as `spec.template.spec.containers[web].env[LOG_LEVEL].value`. @default - the object as a whole */
  readonly path?: string;
  /** The container that it is about, for acknowledgements of one container. @default - none */
  readonly container?: string;
}

/** An error wherever it is broken. */
export const ERROR = { development: 'error', production: 'error' } as const;

/** A warning wherever it is broken. */
export const WARNING = { development: 'warning', production: 'warning' } as const;

/** Of no interest in development. */
export const PRODUCTION_WARNING = { development: 'off', production: 'warning' } as const;

/** An error where people depend on it, a warning in development. */
export const PRODUCTION_ERROR = { development: 'warning', production: 'error' } as const;

/** A hint for production. */
export const PRODUCTION_NOTE = { development: 'off', production: 'note' } as const;
