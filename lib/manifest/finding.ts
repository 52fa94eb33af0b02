import type { Origin, ResourceId } from './resource';

/** What a check and a plan both report. */
export interface Finding {
  /** The id of the rule, such as `no-secret-values`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** What is wrong, with the value. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  /** The URL of the page that the rule comes from. @default - none */
  readonly link?: string;
  readonly resource: ResourceId;
  /** Where in the object: `spec.template.spec.containers[web].env[LOG_LEVEL].value`. @default - the object as a whole */
  readonly path?: string;
  readonly origin: Origin;
}
