import type { Construct } from 'constructs';
import type { Environment } from '../application/environment';
import type { ConnectionTarget } from '../network/connection';

/** Where a pod is, and who it runs as. */
export interface PodIdentity {
  readonly construct: Construct;
  /** The workload's id. */
  readonly id: string;
  readonly environment: Environment;
  readonly user: number;
  readonly group: number;
  /** The seconds that it has to end. @default - 30, the API's */
  readonly gracePeriod?: number;
  /** Opens the network from the pod to a target, unless it is open. */
  connectTo(target: ConnectionTarget): void;
}
