import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { Resource } from '../manifest/resource';
import type { PlanOptions } from './options';
import type { PlanFinding, PlannedChange } from './plan';
import type { Objection } from './prediction';

/** One change as the rules see it. */
export interface Change extends Omit<PlannedChange, 'findings' | 'risks'> {
  /** The old manifest. @default - there was none */
  readonly before?: Resource;
  /** The new manifest. @default - there is none */
  readonly after?: Resource;
  /** The object as the cluster had it. @default - it had none */
  readonly storedBefore?: KubernetesObject;
  /** The object as the cluster will have it. @default - it will have none */
  readonly storedAfter?: KubernetesObject;
  /** Why the API server refuses it; empty if it does not. */
  readonly objections: readonly Objection[];
  /** What the manifest asks for and the cluster will not have, or keeps all the same. */
  readonly ignored: readonly string[];
  /** What the cluster's state decides. @default - nothing */
  readonly dependsOn?: string;
}

/** Everything at once: both sets of manifests, and what becomes of each object. */
export interface Whole {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  readonly changes: readonly Change[];
  readonly options: PlanOptions;
}

/** Something that a reviewer should know about a change. */
export type Remark = Omit<PlanFinding, 'rule' | 'why' | 'link' | 'resource' | 'origin'>;

/** Knows one danger of changes. */
export interface PlanRule {
  /** Such as `selector-is-immutable`. */
  readonly id: string;
  /** What it tells, in a sentence. */
  readonly what: string;
  /** How grave its remarks are, the gravest first. */
  readonly levels: readonly Remark['severity'][];
  /** Why it matters, in a sentence or two. */
  readonly why: string;
  /** The page that says so. @default - none */
  readonly link?: string;
  /** What is remarkable about one change; empty for one that this rule does not concern. */
  find(change: Change, whole: Whole): readonly Remark[];
}
