import type { KubernetesObject } from '../../lib';

interface PodTemplate {
  readonly metadata: { readonly labels: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: PodSpec;
}

/** The parts of a pod that tests look at. */
export interface PodSpec {
  readonly containers: readonly ContainerSpec[];
  readonly initContainers?: readonly ContainerSpec[];
  readonly volumes?: readonly { readonly name: string; readonly [source: string]: unknown }[];
  readonly [field: string]: unknown;
}

/** The parts of a container that tests look at. */
export interface ContainerSpec {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: unknown }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
  readonly [field: string]: unknown;
}

/** The pod template of a workload. */
export function podOf(workload: KubernetesObject): PodTemplate {
  return (workload.spec as { template: PodTemplate }).template;
}

/** A container of a workload, or init container, by name. */
export function containerOf(workload: KubernetesObject, name: string): ContainerSpec {
  const { containers, initContainers = [] } = podOf(workload).spec;
  const found = [...containers, ...initContainers].find((container) => container.name === name);
  if (!found) throw new Error(`there is no container '${name}'`);
  return found;
}
