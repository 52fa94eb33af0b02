import type { Construct } from 'constructs';
import { addProblem } from '../application/problem';
import type { DeploymentSpec } from '../synth/kubernetes';
import { PlainApiObject } from '../synth/plain-api-object';
import { addAutoscaler, isRange, mostReplicas, type Scale } from './scale';
import { renderStrategy, type Strategy, strategyProblems, surgeOf } from './strategy';
import { singleNodeVolumes } from './single-node-volumes';
import { Workload } from './workload';
import type { WorkloadRole } from './workload-role';
import { countProblem } from './workload-problems';
import type { WorkloadProps } from './workload-props';

/** What the workloads that are Deployments say beside what all say. */
export interface DeploymentProps extends WorkloadProps {
  /** How an update replaces pods. @default - one new pod at a time, before an old one goes */
  readonly strategy?: Strategy;
  /** Seconds until an update that gets nowhere counts as failed. @default - 600, the API's */
  readonly progressDeadlineSeconds?: number;
}

/** A workload whose replicas are alike: a Deployment, with an autoscaler where the scale is a range. */
export abstract class DeploymentWorkload extends Workload {
  constructor(
    scope: Construct,
    id: string,
    props: DeploymentProps,
    role: Pick<WorkloadRole, 'ports' | 'serves' | 'scale'> & { readonly strategy: Strategy },
  ) {
    const { scale, strategy } = role;
    super(scope, id, props, {
      ...role,
      kind: 'Deployment',
      drains: role.serves,
      surge: surgeOf(strategy, mostReplicas(scale)),
    });
    for (const problem of [...strategyProblems(strategy), ...deadlineProblems(props)]) addProblem(this, problem);
    this.node.addValidation({
      validate: () => [...this.claimTemplateProblems(), ...this.sharedVolumeProblems(scale, strategy)],
    });
    new PlainApiObject(
      this,
      'deployment',
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: this.metadata },
      () => ({ spec: this.renderDeployment(props, scale, strategy) }),
    );
    if (isRange(scale)) {
      addAutoscaler(this, scale, { kind: 'Deployment', name: this.name, container: id }, this.metadata);
    }
  }

  private renderDeployment(props: DeploymentProps, scale: Scale, strategy: Strategy): DeploymentSpec {
    return {
      replicas: isRange(scale) ? undefined : scale,
      revisionHistoryLimit: props.revisionHistoryLimit,
      minReadySeconds: props.minReadySeconds,
      progressDeadlineSeconds: props.progressDeadlineSeconds,
      selector: { matchLabels: this.selector },
      strategy: renderStrategy(strategy),
      template: this.renderPod(),
    };
  }

  private claimTemplateProblems(): string[] {
    return this.pod.claimTemplates.map(
      ({ volumeName }) => `claim template '${volumeName}' needs replicas with names: use a StatefulService, or a Claim`,
    );
  }

  /** A volume that fits one node stops an update that starts the new pod first, and every replica beyond the first. */
  private sharedVolumeProblems(scale: Scale, strategy: Strategy): string[] {
    if (strategy === 'Recreate' && mostReplicas(scale) <= 1) return [];
    return singleNodeVolumes(this.pod.sharedVolumes).map(
      ({ volumeName, accessMode }) =>
        `volume '${volumeName}' is ${accessMode}, so one pod can have it, but more run at times (scale ${mostReplicas(scale)}, ` +
        `strategy ${strategy === 'Recreate' ? strategy : 'RollingUpdate'}): use accessMode 'ReadWriteMany', or scale 1 and strategy 'Recreate'`,
    );
  }
}

/** A pod has to be ready for a while before it counts, and the update has to last longer than that. */
function deadlineProblems({ minReadySeconds = 0, progressDeadlineSeconds }: DeploymentProps): readonly string[] {
  const problems = countProblem('progressDeadlineSeconds', progressDeadlineSeconds);
  if (problems.length > 0 || minReadySeconds < (progressDeadlineSeconds ?? 600)) return problems;
  return [
    `minReadySeconds (${minReadySeconds}) must be less than progressDeadlineSeconds (${progressDeadlineSeconds ?? 600}): raise that, or lower minReadySeconds`,
  ];
}
