import type { Construct } from 'constructs';
import type { Environment } from '../application/environment';
import { addProblem } from '../application/problem';
import { unknownNames } from '../application/unknown-names';
import { hasFeature } from '../application/version';
import { Config } from '../config/config';
import type { ConfigContent } from '../config/config-data';
import { Container } from '../containers/container';
import { CONTAINER_NAMES } from '../containers/container-names';
import type { ContainerOwner, ContainerRole } from '../containers/container-owner';
import type { ContainerProps, InitContainerProps } from '../containers/container-props';
import type { Env } from '../containers/env';
import type { Mounted } from '../containers/mounts';
import { listPorts } from '../containers/ports';
import { SIDECAR_CONTAINER_NAMES, type SidecarContainerProps, type SidecarHost } from '../sidecars/sidecar';
import type { ClaimTemplate } from '../storage/claim-template';
import type { Volume } from '../storage/volume';
import type { ContainerSpec, VolumeSpec } from '../synth/kubernetes';
import type { PodIdentity } from './pod-identity';
import { PodMetrics } from './pod-metrics';
import { PodVolumes } from './pod-volumes';
import { twinProblems } from './twin-problems';

/** The parts of a pod: its own container, what runs before and beside it, and the volumes that they share. */
export class PodParts implements ContainerOwner, SidecarHost {
  public readonly construct: Construct;
  public readonly id: string;
  public readonly environment: Environment;
  public readonly user: number;
  public readonly group: number;
  public readonly gracePeriod: number;
  public readonly main: Container;
  public readonly connectTo: PodIdentity['connectTo'];
  public readonly metrics: PodMetrics;
  private readonly annotations: Record<string, string> = {};
  private readonly initial: { readonly container: Container; readonly sidecar: boolean }[] = [];
  private readonly beside: Container[] = [];
  private readonly provided: { readonly env: Env; readonly from: string }[] = [];
  protected readonly volumes: PodVolumes;

  constructor(identity: PodIdentity, name: string, props: ContainerProps, role: ContainerRole) {
    this.construct = identity.construct;
    this.id = identity.id;
    this.environment = identity.environment;
    this.user = identity.user;
    this.group = identity.group;
    this.connectTo = (target) => identity.connectTo(target);
    this.gracePeriod = identity.gracePeriod ?? 30;
    this.metrics = new PodMetrics(identity.construct);
    this.volumes = new PodVolumes(identity.construct);
    this.main = new Container(this, name, props, role);
    this.construct.node.addValidation({ validate: () => [...twinProblems(this.containers)] });
  }

  /** Adds a container that runs to its end before the others start. */
  public addInitContainer(name: string, props: InitContainerProps): Container {
    this.refuseUnknown(name, props, CONTAINER_NAMES);
    const container = new Container(this, name, props ?? {}, { initial: true });
    for (const { env, from } of this.provided) container.addEnv(env, from);
    this.initial.push({ container, sidecar: false });
    return container;
  }

  /** Gives variables to the pod's own container and to all that run before it, whenever they are added. */
  public provide(env: Env, from: string): void {
    this.provided.push({ env, from });
    const initial = this.initial.filter(({ sidecar }) => !sidecar).map(({ container }) => container);
    for (const container of [this.main, ...initial]) container.addEnv(env, from);
  }

  public addSidecarContainer(name: string, given: SidecarContainerProps): Container {
    this.refuseUnknown(name, given, SIDECAR_CONTAINER_NAMES);
    const props = given ?? {};
    const ports = listPorts(props.ports);
    const container = new Container(this, name, props, { ports, beside: true, user: props.user, group: props.group });
    if (hasFeature(this.environment.kubernetes, 'nativeSidecars')) this.initial.push({ container, sidecar: true });
    else this.beside.push(container);
    this.metrics.add(props.metrics, ports);
    return container;
  }

  public addConfig(id: string, content: ConfigContent): Config {
    return new Config(this.construct, `${this.id}-${id}`, { ...content, workload: this.id });
  }

  public addVolume(volume: Mounted): void {
    this.volumes.add(volume);
  }

  public volumeAt(path: string): Mounted | undefined {
    return this.main.volumeAt(path);
  }

  public annotate(annotations: Readonly<Record<string, string>>): void {
    Object.assign(this.annotations, annotations);
  }

  /** The annotations that were added; `undefined` where there is none, as empty ones would be rendered. */
  public get podAnnotations(): Readonly<Record<string, string>> | undefined {
    const scraped = this.environment.metricsFrom ? this.metrics.annotations : {};
    const annotations = { ...this.annotations, ...scraped };
    return Object.keys(annotations).length > 0 ? annotations : undefined;
  }

  public report(problem: string): void {
    addProblem(this.construct, problem);
  }

  /** The volumes that all pods of the workload share. */
  public get sharedVolumes(): readonly Volume[] {
    return this.volumes.shared;
  }

  /** The volumes that each replica has for itself. */
  public get claimTemplates(): readonly ClaimTemplate[] {
    return this.volumes.claimTemplates;
  }

  /** What runs before the pod's own container, and native sidecars. */
  public renderInitContainers(): readonly ContainerSpec[] {
    return this.initial.map(({ container, sidecar }) => renderInitial(container, sidecar));
  }

  /** Ordinary containers beside the pod's own. */
  public renderBeside(): readonly ContainerSpec[] {
    return this.beside.map((container) => container.render());
  }

  public renderVolumes(): readonly VolumeSpec[] {
    return this.volumes.render();
  }

  private refuseUnknown(name: string, props: object, names: Readonly<Record<string, true>>): void {
    for (const problem of unknownNames(`container '${name}'`, props, names)) this.report(problem);
  }

  private get containers(): readonly Container[] {
    return [this.main, ...this.initial.map(({ container }) => container), ...this.beside];
  }
}

/** A native sidecar is an init container that goes on running. */
function renderInitial(container: Container, sidecar: boolean): ContainerSpec {
  const { name, image, imagePullPolicy, ...rest } = container.render();
  return { name, image, imagePullPolicy, restartPolicy: sidecar ? 'Always' : undefined, ...rest };
}
