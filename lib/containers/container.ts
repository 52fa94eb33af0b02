import type { Construct } from 'constructs';
import { foreignProblem } from '../application/foreign';
import { addExternal } from '../application/external';
import { addProblem } from '../application/problem';
import { labelProblem } from '../application/names';
import { Config, type ConfigReference, isConfig } from '../config/config';
import type { EnvHost } from '../config/env-source';
import type { ClaimTemplate } from '../storage/claim-template';
import { EmptyDir } from '../storage/empty-dir';
import type { MountOptions } from '../storage/volume';
import type { ContainerSpec } from '../synth/kubernetes';
import { containerProblems } from './container-problems';
import type { ContainerProps } from './container-props';
import type { ContainerOwner, ContainerRole } from './container-owner';
import { bindVariables, type Env, envProblems, type Variable } from './env';
import { renderHealth } from './health';
import { pulledFrom } from './image';
import { renderLifecycle, type SleepMeans, withDrain } from './lifecycle';
import { isMountable, type Mount, type Mountable, type Mounted, mountProblems, renderMount, toVolume } from './mounts';
import { type NamedPort, renderPort } from './ports';
import { renderResources } from './resources';
import { renderSecurity } from './security';

/** One container of a pod: its image, variables, files, probes and limits. */
export class Container implements EnvHost {
  public readonly construct: Construct;
  public readonly name: string;
  public readonly ports: readonly NamedPort[];
  private readonly mounts: Mount[] = [];
  private readonly early: readonly Variable[];
  private readonly provided: Variable[] = [];
  private readonly own: readonly Variable[];
  private readonly config?: ConfigReference;

  constructor(
    private readonly owner: ContainerOwner,
    name: string,
    private readonly props: ContainerProps,
    private readonly role: ContainerRole = {},
  ) {
    [this.construct, this.name] = [owner.construct, name];
    this.ports = role.ports ?? [];
    this.config = this.toConfig();
    this.early = bindVariables(props.secrets ?? {}, 'secrets', this);
    this.own = bindVariables(props.env ?? {}, 'env', this);
    if (props.tmp) this.mount('/tmp', new EmptyDir(name === owner.id ? 'tmp' : `tmp-${name}`, { size: props.tmp }));
    this.reportMistakes();
    owner.construct.node.addValidation({
      validate: () => this.prefixed(envProblems(this.variables, this.config ? this.config.keys : [])),
    });
  }

  /** Makes a volume visible at a path. */
  public mount(path: string, mountable: Mountable | ClaimTemplate, options: MountOptions = {}): void {
    if (!isMountable(mountable)) {
      this.report([`mount('${path}') has no volume: give an EmptyDir, Claim, Config, Credentials or another Volume`]);
      return;
    }
    const volume = toVolume(mountable);
    const mount = { path, volume, options };
    this.report(mountProblems(mount, this.mounts));
    this.mounts.push(mount);
    this.owner.addVolume(volume);
    if ('podAnnotations' in volume && volume.podAnnotations) this.annotatePod(volume.podAnnotations);
  }

  /** The volume that is mounted at a path. */
  public volumeAt(path: string): Mounted | undefined {
    return this.mounts.find((mount) => mount.path === path)?.volume;
  }

  /** Adds variables before the container's own, so that these can use them as `$(NAME)`. */
  public addEnv(env: Env, from: string): void {
    this.provided.push(...bindVariables(env, from, this));
  }

  public annotatePod(annotations: Readonly<Record<string, string>>): void {
    this.owner.annotate(annotations);
  }

  /** The container as Kubernetes writes it. */
  public render(): ContainerSpec {
    const { props, owner, role } = this;
    const env = this.variables.map(({ from: _, ...variable }) => variable);
    return {
      name: this.name,
      image: pulledFrom(props.image, owner.environment.registry),
      imagePullPolicy: props.imagePullPolicy,
      command: props.command,
      args: props.args,
      workingDir: props.workingDir,
      ports: this.ports.length > 0 ? this.ports.map(renderPort) : undefined,
      envFrom: this.config && [{ configMapRef: { name: this.config.name } }],
      env: env.length > 0 ? env : undefined,
      resources: renderResources(props.resources),
      volumeMounts: this.mounts.length > 0 ? this.mounts.map(renderMount) : undefined,
      ...renderHealth(props.health, this.ports, role),
      lifecycle: this.renderLifecycle(),
      securityContext: renderSecurity(props.security, owner, role),
    };
  }

  private get variables(): readonly Variable[] {
    return [...this.early, ...this.provided, ...this.own];
  }

  private toConfig(): ConfigReference | undefined {
    const { config } = this.props;
    if (config === undefined) return undefined;
    const { id, construct } = this.owner;
    if (isConfig(config)) {
      if (config.podAnnotations) this.annotatePod(config.podAnnotations);
      if (config.external) addExternal(construct, config.external);
      const problem = foreignProblem(`config '${config.name}'`, config, construct);
      if (problem) this.report([problem]);
      return config;
    }
    const prefix = this.name === id ? id : `${id}-${this.name}`;
    return new Config(construct, `${prefix}-config`, { data: config, workload: id });
  }

  private renderLifecycle(): ContainerSpec['lifecycle'] {
    const { gracePeriod } = this.owner;
    const lifecycle = this.role.drains
      ? withDrain(this.props.lifecycle, gracePeriod, this.means)
      : this.props.lifecycle;
    return lifecycle && renderLifecycle(lifecycle, this.means);
  }

  private get means(): SleepMeans {
    return { kubernetes: this.owner.environment.kubernetes, shell: this.props.shell ?? false };
  }

  private reportMistakes(): void {
    const { ports, owner, role } = this;
    const limits = { ...this.means, ports, gracePeriod: owner.gracePeriod, ...role, initial: role.initial ?? false };
    const problem = this.name === owner.id ? [] : [labelProblem('the container name', this.name) ?? []].flat();
    this.report([...problem, ...containerProblems(this.props, limits)]);
  }

  private report(problems: readonly string[]): void {
    for (const problem of this.prefixed(problems)) addProblem(this.owner.construct, problem);
  }

  private prefixed(problems: readonly string[]): string[] {
    return problems.map((problem) => (this.name === this.owner.id ? problem : `container '${this.name}': ${problem}`));
  }
}
