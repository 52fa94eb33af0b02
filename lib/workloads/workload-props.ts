import type { IServiceAccount } from 'cdk8s-plus-28';
import type { Placement } from '../application/placement';
import type { ContainerProps } from '../containers/container-props';
import type { Metrics } from '../containers/ports';
import type { TopologySpreadConstraint } from '../synth/kubernetes';
import type { Disruption } from './disruption';

/** What every workload says of its own container and its pods. */
export interface WorkloadProps extends ContainerProps {
  /** The numeric user that the image is made for. It must not be 0. */
  readonly user: number;
  /** The numeric group. @default - the user's number */
  readonly group?: number;
  /** Where the workload tells metrics; the environment's `metricsFrom` may read them. @default - nowhere */
  readonly metrics?: Metrics;
  /** The identity of the pods: an existing ServiceAccount. @default - one of its own, without an API token */
  readonly serviceAccount?: string | IServiceAccount;
  /** Which nodes the pods run on. @default - the environment's placement */
  readonly placement?: Placement;
  /**
   * How replicas are spread over zones and hosts. @default - evenly where possible, from two replicas on
   * https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
   */
  readonly spread?: readonly TopologySpreadConstraint[] | false;
  /** How many pods a node drain may take at once. @default - one, from two replicas on */
  readonly disruption?: Disruption | false;
  /** Seconds that the pod has to end, sleep included. @default - 30, the API's */
  readonly terminationGracePeriodSeconds?: number;
  /** Old revisions that are kept for a rollback. @default - 10, the API's */
  readonly revisionHistoryLimit?: number;
  /** Seconds that a new pod must be ready before it counts. @default - 0, the API's */
  readonly minReadySeconds?: number;
  /** Annotations of the pods, such as a mesh's. Changing them restarts every pod. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Names that live objects have already, so that they are adopted and not replaced. @default - named after the id */
  readonly adopt?: Adopted;
}

/** What live objects are called. A workload's selector can't be changed, so it has to stay what it is. */
export interface Adopted {
  /** The name of the workload's objects. @default - the id, in a shared namespace behind the application's */
  readonly name?: string;
  /** The labels that select the pods. @default - `app.kubernetes.io/name` and `app.kubernetes.io/instance` */
  readonly selector?: Readonly<Record<string, string>>;
}
