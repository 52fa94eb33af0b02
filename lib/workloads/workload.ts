import { Construct } from 'constructs';
import { Application } from '../application/application';
import { freeId } from '../application/free-id';
import { addProblem } from '../application/problem';
import type { Container } from '../containers/container';
import type { InitContainerProps } from '../containers/container-props';
import type { Mountable } from '../containers/mounts';
import { connect, connectUnlessOpen, targetProblem } from '../network/connect';
import type { Client, ConnectionTarget, ConnectOptions, EgressRule } from '../network/connection';
import type { PolicySubject } from '../network/network-policy';
import { PodNetwork } from '../network/pod-network';
import { type Sidecar, sidecarProblem } from '../sidecars/sidecar';
import type { MountOptions } from '../storage/volume';
import type { PodTemplate } from '../synth/kubernetes';
import { addDisruptionBudget } from './disruption';
import { Pod } from './pod';
import { leastReplicas, mostReplicas } from './scale';
import { serviceAccountOf } from './service-account';
import { spreadOf } from './spread';
import { workloadProblems } from './workload-problems';
import type { WorkloadProps } from './workload-props';
import type { WorkloadRole } from './workload-role';

/** Something that runs: one kind of pod, in one or more replicas, with everything that belongs to it. */
export abstract class Workload extends Construct implements ConnectionTarget {
  public readonly id: string;
  /** The name of the workload's objects. */
  public readonly name: string;
  /** The labels that select its pods. */
  public readonly selector: Readonly<Record<string, string>>;
  protected readonly application: Application;
  protected readonly labels: Readonly<Record<string, string>>;
  protected readonly pod: Pod;
  protected readonly role: WorkloadRole;
  protected readonly network: PodNetwork;
  private readonly props: WorkloadProps;
  private readonly serviceAccountName: string;

  constructor(scope: Construct, id: string, props: WorkloadProps, role: WorkloadRole) {
    super(scope, freeId(scope, id));
    this.id = id;
    this.props = props;
    this.role = role;
    this.application = Application.of(this);
    this.name = props.adopt?.name ?? this.application.objectName(id);
    this.selector = props.adopt?.selector ?? this.application.selectorLabels(id);
    this.labels = this.application.objectLabels(id);
    const { ports, serves, drains } = role;
    for (const problem of workloadProblems(this, props, role)) addProblem(this, problem);
    this.pod = new Pod(
      {
        construct: this,
        id,
        environment: this.application.environment,
        ports,
        serves,
        drains,
        connectTo: (target) => connectUnlessOpen(this.asClient({}), target),
      },
      props,
    );
    this.serviceAccountName = serviceAccountOf(this, props.serviceAccount, this.metadata);
    addDisruptionBudget(this, props.disruption, leastReplicas(role.scale), this.selector, this.metadata);
    this.network = new PodNetwork(this, this.application, this.policySubject, ports);
    this.pod.metrics.open(this.network, this.application.environment.metricsFrom);
  }

  /**
   * Makes a volume visible to the workload's own container. Nobody knows how a claim of cdk8s-plus may be shared: write
   * `Claim.fromExisting(claim.name, mode)` to have that checked.
   */
  public mount(path: string, volume: Mountable, options?: MountOptions): void {
    this.pod.main.mount(path, volume, options);
  }

  /** Has a sidecar run beside the workload's own container. */
  public addSidecar(sidecar: Sidecar): void {
    const problem = sidecarProblem(sidecar);
    if (problem) addProblem(this, problem);
    else sidecar.bind(this.pod);
    this.pod.metrics.open(this.network, this.application.environment.metricsFrom);
  }

  /**
   * Has a container run to its end before the workload's own starts. Init containers and native sidecars start in the
   * order in which they are added.
   */
  public addInitContainer(name: string, props: InitContainerProps): Container {
    return this.pod.addInitContainer(name, props);
  }

  /**
   * Opens the network to a target, on both sides, and takes the variables that it offers: for the workload's own container
   * and its init containers.
   */
  public connectTo(target: ConnectionTarget, options: ConnectOptions = {}): void {
    const problem = targetProblem(target);
    if (problem) {
      addProblem(this, problem);
      return;
    }
    const client = this.asClient(options);
    connect(client, target);
    this.pod.provide(options.variables ?? target.variablesFor?.(client) ?? {}, `connectTo(${target.id})`);
  }

  public egressFor(client: Client): EgressRule {
    return this.network.egressFor(client);
  }

  public admit(client: Client): void {
    this.network.admit(client);
  }

  /** What its objects are called. */
  protected get metadata(): { name: string; labels: Readonly<Record<string, string>> } {
    return { name: this.name, labels: this.labels };
  }

  /** The pods' labels: those that select them, and those that people asked for; no other, as each change restarts pods. */
  protected get podLabels(): Readonly<Record<string, string>> {
    return { ...this.application.extraLabels, ...this.selector };
  }

  protected renderPod(): PodTemplate {
    const { spread } = this.props;
    const replicas = leastReplicas(this.role.scale);
    return this.pod.render(this.podLabels, {
      serviceAccountName: this.serviceAccountName,
      topologySpreadConstraints: spreadOf(spread, this.selector, replicas, this.role.kind === 'Deployment'),
    });
  }

  private get policySubject(): PolicySubject {
    return { name: this.name, labels: this.labels, selector: this.selector };
  }

  private asClient(options: ConnectOptions): Client {
    return {
      ...this.policySubject,
      id: this.id,
      construct: this,
      application: this.application.node.id,
      namespace: this.application.namespace,
      pods: mostReplicas(this.role.scale) + this.role.surge,
      options,
    };
  }
}
