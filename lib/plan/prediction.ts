import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { ApplyMode, Assumptions } from './options';
import type { Scrubber } from './scrubber';

/**
 * What the API server and its controllers do with a changed manifest: `reject` it, start a `rollout` (a new ReplicaSet or
 * ControllerRevision), `scale`, store an `update` that restarts nothing, or nothing at all (`noop`).
 */
export type Outcome = 'reject' | 'rollout' | 'scale' | 'update' | 'noop';

/** One reason for which the API server refuses an object. */
export interface Objection {
  /** Such as `spec.selector`. */
  readonly path: string;
  /** What the server says, without the value: `field is immutable`. */
  readonly message: string;
  /** Whether it is about the change, so that the same object could be created afresh. */
  readonly update: boolean;
}

/** What happens to one object. */
export interface Prediction {
  readonly outcome: Outcome;
  /** Why it is rejected; empty for one that is not. */
  readonly objections: readonly Objection[];
  /** The object as the cluster has it before: with defaults, quantities in their own spelling. */
  readonly before: KubernetesObject;
  /** The object as the cluster has it afterwards; as the server would have judged it, if rejected. */
  readonly after: KubernetesObject;
  /**
   * Fields for which the manifest asks, and which the cluster will not have like that, or which it no longer has, and the
   * cluster keeps. Empty for a change that does what it says.
   */
  readonly ignored: readonly string[];
  /** What the cluster's state decides, in words, if anything does: `whether StorageClass fast allows expansion`. */
  readonly dependsOn?: string;
}

/** What a prediction depends on beside the two manifests. */
export interface Circumstances {
  readonly mode: ApplyMode;
  /** The minor version, such as `1.33`. */
  readonly kubernetes: string;
  readonly assume: Assumptions;
  /** The CustomResourceDefinitions that are known. @default - none */
  readonly definitions?: readonly KubernetesObject[];
  /** Hides the values of Secrets in what is shown. @default - none is known */
  readonly scrub?: Scrubber;
  /** Finds another object of the cluster, such as a StorageClass, among the manifests. */
  find(kind: string, name: string, namespace?: string): KubernetesObject | undefined;
  /** Whether a pod of the old manifests mounts the claim. */
  mountsClaim(namespace: string, name: string): boolean;
}
