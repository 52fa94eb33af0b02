import type { KubernetesObject } from '../../manifest/kubernetes-object';

/** The two sides of an update, ready to be judged. */
export interface Prepared {
  /** The old object, with a placeholder for each value that the cluster has chosen. */
  readonly before: KubernetesObject;
  /** The new object, likewise. */
  readonly after: KubernetesObject;
  /** The new object as it is stored, without placeholders. */
  readonly stored: KubernetesObject;
}
