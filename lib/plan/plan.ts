import type { Finding } from '../manifest/finding';
import type { ResourceId } from '../manifest/resource';
import type { PlanOptions } from './options';

/**
 * What becomes of a resource when the change is applied, exactly one for each: `replace` is an update that the API
 * server rejects, `invalid` an object that it would refuse whatever the cluster holds, `orphan` one that nothing
 * renders any more and that stays, `ineffective` a change that is accepted and does not do what the text says.
 */
export type Action =
  | 'create'
  | 'update'
  | 'scale'
  | 'rollout'
  | 'replace'
  | 'invalid'
  | 'delete'
  | 'orphan'
  | 'move'
  | 'no-effect'
  | 'ineffective';

/** How the pods of a `rollout` are replaced: one after another, all at once, not before somebody acts, at the next run. */
export type Rollout = 'rolling' | 'all-at-once' | 'staged' | 'next-run';

/** What is at stake. */
export type Risk = 'data-loss' | 'downtime' | 'exposure' | 'privilege' | 'cluster-wide' | 'unknown';

/** A field that differs. Values of Secrets are never in it. */
export interface FieldChange {
  /** Such as `spec.template.spec.containers[web].image`. */
  readonly path: string;
  /** @default - the field is new */
  readonly before?: unknown;
  /** @default - the field is gone */
  readonly after?: unknown;
  /** Whether nothing but the order of a list differs. @default false */
  readonly order?: boolean;
}

/** What becomes of one resource. */
export interface PlannedChange {
  readonly id: ResourceId;
  /** What it was called before, for a `move`. @default - the same */
  readonly from?: ResourceId;
  readonly action: Action;
  /** How, for a `rollout`, and for a `move` that restarts pods. @default - no pod restarts */
  readonly rollout?: Rollout;
  /** The action by way of applying, where they differ; `action` is the worse one. @default - the same */
  readonly byMode?: { readonly client: Action; readonly server: Action };
  /** Why, in one line: `image web:41 → web:42`. */
  readonly reason: string;
  readonly risks: readonly Risk[];
  readonly findings: readonly PlanFinding[];
  readonly fields: readonly FieldChange[];
}

/** A finding of the plan. */
export interface PlanFinding extends Finding {
  /** What is at stake. @default - nothing but what the severity says */
  readonly risk?: Risk;
  /** Commands that mend it, for a POSIX-like shell. @default - none */
  readonly commands?: readonly string[];
}

/** What a change does in one environment. */
export interface Plan {
  /** @default - the manifests name none */
  readonly environment?: string;
  readonly options: PlanOptions;
  /** What can't be known offline and was taken for granted, in sentences. */
  readonly assumptions: readonly string[];
  /** Everything that was added, changed or removed; what is the same is only counted. */
  readonly changes: readonly PlannedChange[];
  readonly unchanged: number;
}
