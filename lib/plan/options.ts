import type { KubernetesObject } from '../manifest/kubernetes-object';

/** How the manifests are applied: `kubectl apply --server-side`, or `kubectl apply`. */
export type ApplyMode = 'server' | 'client';

/** The ways of applying for which to plan. */
export function modesOf({ apply }: Pick<PlanOptions, 'apply'>): readonly ApplyMode[] {
  return apply === 'either' ? ['client', 'server'] : [apply];
}

/** What applies the manifests, and so decides what becomes of an object that they no longer have. */
export type ApplyTarget = 'kubectl' | 'kubectl-applyset' | 'argocd' | 'flux';

/** What a plan needs to know of the clusters and of how they are changed. */
export interface PlanOptions {
  /** Either plans for both ways, and tells the worse. */
  readonly apply: ApplyMode | 'either';
  readonly target: ApplyTarget;
  /** The minor version, such as `1.33`. */
  readonly kubernetes: string;
  readonly assume: Assumptions;
  /** CustomResourceDefinitions of the clusters. @default - only those among the manifests */
  readonly definitions?: readonly KubernetesObject[];
}

/** What only the cluster knows. */
export interface Assumptions {
  /**
   * Whether claims are bound; a list names those that are, as `name` or `namespace/name`.
   *
   * @default - a claim that a pod of the old manifests mounts is bound, another is not
   */
  readonly claimsBound?: boolean | readonly string[];
  /** Whether StorageClasses that are not among the manifests let volumes grow. @default - it is said to depend on the cluster */
  readonly volumeExpansion?: boolean;
  /** Whether a suspended Job has run before. @default false */
  readonly jobsStarted?: boolean;
}
