import type { Construct } from 'constructs';
import type { Environment } from '../application/environment';
import type { Mounted } from './mounts';
import type { NamedPort } from './ports';

/** The pod as its containers see it. */
export interface ContainerOwner {
  /** Where problems are reported and ConfigMaps are created. */
  readonly construct: Construct;
  /** The workload's id. */
  readonly id: string;
  readonly environment: Environment;
  /** The user and group that the pod runs as. */
  readonly user: number;
  readonly group: number;
  /** The seconds that the pod has to end. */
  readonly gracePeriod: number;
  addVolume(volume: Mounted): void;
  annotate(annotations: Readonly<Record<string, string>>): void;
}

/** What a pod decides for a container. */
export interface ContainerRole {
  readonly ports?: readonly NamedPort[];
  /** Whether a Service sends it traffic: it then is asked whether it is ready. */
  readonly serves?: boolean;
  /** Whether others take over its traffic when it stops: it then waits until no more arrives. */
  readonly drains?: boolean;
  /** Whether it runs beside the workload's own container. */
  readonly beside?: boolean;
  /** Whether it runs to its end before the others start. */
  readonly initial?: boolean;
  /** @default - the pod's */
  readonly user?: number;
  readonly group?: number;
}
