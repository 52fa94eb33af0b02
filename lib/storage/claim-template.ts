import { type ClaimProps, claimProblems } from './claim-props';
import type { AccessMode } from './volume';

/**
 * A volume of its own for each replica of a `StatefulService`; only that can mount it. It outlives the replica.
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export class ClaimTemplate {
  public readonly volumeName: string;
  public readonly accessMode: AccessMode;
  public readonly props: ClaimProps;
  /** What is wrong with it; the workload that mounts it reports it. */
  public readonly problems: readonly string[];

  /** @param name the claims are named `<name>-<workload>-<ordinal>`; it can't be changed later */
  constructor(name: string, props: ClaimProps) {
    this.volumeName = name;
    this.accessMode = props?.accessMode;
    this.props = props;
    this.problems = claimProblems('ClaimTemplate', props);
  }
}
