import type { Affinity, Toleration } from '../synth/kubernetes';

/** Which nodes a pod may run on. https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/ */
export interface Placement {
  /** Labels that the node must have. @default - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Rules of attraction and repulsion, as Kubernetes writes them. @default - none */
  readonly affinity?: Affinity;
  /** Taints that the pod tolerates. @default - none */
  readonly tolerations?: readonly Toleration[];
  /** The PriorityClass, which the cluster has to have. @default - the cluster's default */
  readonly priorityClass?: string;
}

/** The placement of a workload: what it says itself comes before what its environment says; tolerations add up. */
export function mergePlacement(environment: Placement = {}, own: Placement = {}): Placement {
  return {
    nodeSelector: unlessEmpty({ ...environment.nodeSelector, ...own.nodeSelector }),
    affinity: unlessEmpty({ ...(own.affinity ?? environment.affinity) }),
    tolerations: unlessEmpty([...(environment.tolerations ?? []), ...(own.tolerations ?? [])]),
    priorityClass: own.priorityClass ?? environment.priorityClass,
  };
}

function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
