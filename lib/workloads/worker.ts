import type { Construct } from 'constructs';
import { addProblem } from '../application/problem';
import { listPorts, type Ports } from '../containers/ports';
import { DeploymentWorkload, type DeploymentProps } from './deployment';
import type { Scale } from './scale';

/** What a worker says beside what every Deployment says. */
export type WorkerProps = DeploymentProps & {
  /** Ports for probes and metrics; no Service sends traffic to them. @default - none */
  readonly ports?: Ports;
} & (
    | {
        /** Exactly one pod at any time: an update ends the old one before it starts the new. */
        readonly singleton: true;
        readonly scale?: undefined;
        readonly strategy?: undefined;
      }
    | {
        /** Whether there is exactly one pod at any time. @default - false */
        readonly singleton?: false;
        /** How many replicas run. @default - 1 */
        readonly scale?: Scale;
      }
  );

/** A workload that works on its own and serves nobody: a Deployment without a Service. */
export class Worker extends DeploymentWorkload {
  /** What is wrong with connecting to it: nothing but a Service has an address that stays. */
  public get problems(): readonly string[] {
    return [`'${this.id}' has no Service: use a WebService`];
  }

  /** @param id the name of its objects, its container and its `app.kubernetes.io/name` label */
  constructor(scope: Construct, id: string, given: WorkerProps) {
    const props = given ?? {};
    const { singleton, scale, strategy } = props;
    super(scope, id, props, {
      ports: listPorts(props.ports),
      serves: false,
      scale: singleton ? 1 : (scale ?? 1),
      strategy: singleton ? 'Recreate' : (strategy ?? {}),
    });
    if (singleton && scale !== undefined)
      addProblem(this, `is a singleton and has scale ${JSON.stringify(scale)}: remove one`);
    if (singleton && strategy !== undefined) {
      addProblem(
        this,
        `is a singleton and has strategy ${JSON.stringify(strategy)}: remove one, as exactly one means Recreate`,
      );
    }
  }
}
