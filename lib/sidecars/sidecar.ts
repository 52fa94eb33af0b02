import type { Environment } from '../application/environment';
import type { Config } from '../config/config';
import type { ConfigContent } from '../config/config-data';
import { quoted } from '../application/quoted';
import type { Names } from '../application/unknown-names';
import type { Container } from '../containers/container';
import { CONTAINER_NAMES } from '../containers/container-names';
import type { ContainerProps } from '../containers/container-props';
import type { Mounted } from '../containers/mounts';
import type { Metrics, Ports } from '../containers/ports';
import type { ConnectionTarget } from '../network/connection';

/** Something that runs beside a workload's own container. Implement it for an agent of your own. */
export interface Sidecar {
  /** Adds the sidecar's containers, config and volumes to a pod. It is called once for each workload. */
  bind(pod: SidecarHost): void;
}

/** What is wrong with what is no sidecar at all. */
export function sidecarProblem(sidecar: unknown): string | undefined {
  if (typeof sidecar === 'object' && sidecar !== null && 'bind' in sidecar) return undefined;
  return `addSidecar: the sidecar is ${quoted(sidecar)}: give new ContainerSidecar('…', { image }), FluentBit or another Sidecar`;
}

/** A pod as a sidecar sees it. */
export interface SidecarHost {
  /** The workload's id. */
  readonly id: string;
  readonly environment: Environment;
  /** The user that the workload's own container runs as, and sidecars too unless they say otherwise. */
  readonly user: number;
  /** The workload's own container. */
  readonly main: Pick<Container, 'name' | 'mount' | 'addEnv'>;
  /** The volume that the workload's own container has mounted at a path, if there is one. */
  volumeAt(path: string): Mounted | undefined;
  /** Adds a container beside the workload's own: a native sidecar from Kubernetes 1.29 on, an ordinary container below. */
  addSidecarContainer(name: string, props: SidecarContainerProps): Container;
  /** A ConfigMap for the sidecar, named `<workload>-<id>`. */
  addConfig(id: string, content: ConfigContent): Config;
  /** Opens the network from the pod to a target. A target that the pod is connected to already stays as it is. */
  connectTo(target: ConnectionTarget): void;
  /** Reports a mistake in the sidecar's props. */
  report(problem: string): void;
}

/** A container that runs beside a workload's own. */
export interface SidecarContainerProps extends ContainerProps {
  /** The ports that it listens on, by name. @default - none */
  readonly ports?: Ports;
  /** The numeric user. @default - the workload's */
  readonly user?: number;
  /** The numeric group. @default - the user's number */
  readonly group?: number;
  /** Where it tells metrics; the environment's `metricsFrom` may read them. @default - nowhere */
  readonly metrics?: Metrics;
}

/** The names of its props. */
export const SIDECAR_CONTAINER_NAMES: Names<SidecarContainerProps> = {
  ...CONTAINER_NAMES,
  ports: true,
  user: true,
  group: true,
  metrics: true,
};
