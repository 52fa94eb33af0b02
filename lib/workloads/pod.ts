import type { Construct } from 'constructs';
import type { Environment } from '../application/environment';
import { mergePlacement } from '../application/placement';
import { identityProblem } from '../containers/identity-problem';
import type { NamedPort } from '../containers/ports';
import type { ConnectionTarget } from '../network/connection';
import type { PodSpec, PodTemplate, TopologySpreadConstraint } from '../synth/kubernetes';
import { PodParts } from './pod-parts';
import type { WorkloadProps } from './workload-props';

/** What a workload decides for its pod. */
export interface PodRole {
  readonly construct: Construct;
  readonly id: string;
  readonly environment: Environment;
  readonly ports: readonly NamedPort[];
  /** Whether a Service sends traffic to the workload's own container. */
  readonly serves: boolean;
  /** Whether other replicas take over its traffic when it stops. */
  readonly drains: boolean;
  /** Opens the network from the pod to a target, unless it is open. */
  connectTo(target: ConnectionTarget): void;
}

/** The pod of a workload. */
export class Pod extends PodParts {
  private readonly props: WorkloadProps;

  constructor({ ports, serves, drains, ...identity }: PodRole, props: WorkloadProps) {
    const { user, group = user } = props;
    const gracePeriod = props.terminationGracePeriodSeconds;
    super(
      { ...identity, user, group, gracePeriod },
      identity.id,
      { ...props, tmp: props.tmp ?? '64Mi' },
      { ports, serves, drains },
    );
    this.props = props;
    this.reportIdentity();
    this.annotate(props.podAnnotations ?? {});
    this.metrics.add(props.metrics, ports);
  }

  /** The pod as Kubernetes writes it. */
  public render(labels: Readonly<Record<string, string>>, rest: PodRest): PodTemplate {
    return { metadata: { labels, annotations: this.podAnnotations }, spec: this.renderSpec(rest) };
  }

  private renderSpec({ serviceAccountName, topologySpreadConstraints }: PodRest): PodSpec {
    const { nodeSelector, affinity, tolerations, priorityClass } = mergePlacement(
      this.environment.placement,
      this.props.placement,
    );
    const { pullSecrets = [] } = this.environment;
    const initContainers = this.renderInitContainers();
    const volumes = this.renderVolumes();
    return {
      serviceAccountName,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: pullSecrets.length > 0 ? pullSecrets.map((name) => ({ name })) : undefined,
      securityContext: this.renderSecurity(),
      nodeSelector,
      affinity,
      tolerations,
      priorityClassName: priorityClass,
      topologySpreadConstraints,
      terminationGracePeriodSeconds: this.props.terminationGracePeriodSeconds,
      initContainers: initContainers.length > 0 ? initContainers : undefined,
      containers: [this.main.render(), ...this.renderBeside()],
      volumes: volumes.length > 0 ? volumes : undefined,
    };
  }

  /** A volume that outlives the pod belongs to the pod's group; going through all its files at each start is needless. */
  private renderSecurity(): PodSpec['securityContext'] {
    return {
      runAsNonRoot: true,
      runAsUser: this.user,
      runAsGroup: this.group,
      ...(this.volumes.persist && { fsGroup: this.group, fsGroupChangePolicy: 'OnRootMismatch' }),
      seccompProfile: { type: 'RuntimeDefault' },
    };
  }

  private reportIdentity(): void {
    const { user, group }: { readonly user: unknown; readonly group: unknown } = this;
    if (user === undefined) {
      this.report('user is missing: give the numeric user that the image runs as, such as user: 1000');
      return;
    }
    const problems = [identityProblem('user', user), group === user ? undefined : identityProblem('group', group)];
    for (const problem of problems) if (problem) this.report(problem);
  }
}

/** What a workload adds to its pod when it is rendered. */
export interface PodRest {
  readonly serviceAccountName: string | undefined;
  readonly topologySpreadConstraints: readonly TopologySpreadConstraint[] | undefined;
}
