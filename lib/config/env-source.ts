import type { IConstruct } from 'constructs';
import type { EnvVar } from '../synth/kubernetes';
import type { MountOptions, Volume } from '../storage/volume';

/** Where the value of an environment variable comes from, when it is no literal. */
export interface EnvSource {
  /** Called once, when a container takes the variable. */
  bindEnv(container: EnvHost): Omit<EnvVar, 'name'>;
}

/** What a source may do to the container that takes the variable. */
export interface EnvHost {
  /** The container's name. */
  readonly name: string;
  /** The workload that the container belongs to; mistakes are reported there. */
  readonly construct: IConstruct;
  /** Mounts a volume, for a variable that holds a path. */
  mount(path: string, volume: Volume, options?: MountOptions): void;
  /** Adds annotations to the pod, so that a change of the source restarts it. */
  annotatePod(annotations: Readonly<Record<string, string>>): void;
}

/** The value of an environment variable: a literal, or where it comes from. `$(NAME)` in a literal is an earlier variable. */
export type EnvValue = string | number | boolean | EnvSource;

/** A field of the pod, such as `metadata.name` or `status.podIP`. */
export function field(fieldPath: string): EnvSource {
  return { bindEnv: () => ({ valueFrom: { fieldRef: { fieldPath } } }) };
}

/**
 * A resource of the container itself, such as `limits.memory`.
 *
 * @param divisor the unit of the value, such as `1Mi` @default - 1, so bytes or cores rounded up
 */
export function resource(name: string, divisor?: string): EnvSource {
  return { bindEnv: () => ({ valueFrom: { resourceFieldRef: { resource: name, divisor } } }) };
}
