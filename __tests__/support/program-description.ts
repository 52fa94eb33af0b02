import type { Environment, PostgresProps, StatefulServiceProps, WebServiceProps, WorkerProps } from '../../lib';
import type { InitContainerProps } from '../../lib/containers/container-props';
import type { SidecarContainerProps } from '../../lib/sidecars/sidecar';

/** A program as plain data: what `buildProgram` makes constructs of. */
export interface ProgramDescription {
  readonly environment: Environment;
  readonly application: {
    readonly id: string;
    readonly labels?: Readonly<Record<string, string>>;
    /** @default - the application owns its namespace */
    readonly sharedNamespace?: string;
  };
  readonly workloads: readonly WorkloadDescription[];
  /** The places in `workloads` of those who connect, and of whom they connect to. */
  readonly connections: readonly { readonly from: number; readonly to: number; readonly each?: number }[];
}

/** A workload, with what constructs would otherwise be passed for. */
export type WorkloadDescription = {
  readonly id: string;
  readonly config?: ConfigDescription;
  /** Keys of the application's Secret that become variables, and those that become files. */
  readonly secrets: readonly string[];
  readonly secretFiles: readonly string[];
  readonly mounts: readonly MountDescription[];
  readonly init: readonly (InitContainerProps & { readonly name: string })[];
  readonly sidecars: readonly (SidecarContainerProps & { readonly name: string })[];
  readonly outside: readonly OutsideDescription[];
} & (
  | { readonly kind: 'web'; readonly props: WebServiceProps; readonly hosts: readonly string[] }
  | { readonly kind: 'worker'; readonly props: WorkerProps }
  | { readonly kind: 'stateful'; readonly props: StatefulServiceProps }
  | { readonly kind: 'postgres'; readonly props: Omit<PostgresProps, 'password' | 'initScripts'> }
);

export interface ConfigDescription {
  readonly data: Readonly<Record<string, string | number | boolean>>;
  /** @default - 'variables' of the workload, named after it */
  readonly rollout?: 'name' | 'checksum';
}

export interface MountDescription {
  readonly path: string;
  readonly source:
    | 'scratch'
    | 'memory'
    | 'claim'
    | 'existing claim'
    | 'template'
    | 'config'
    | 'existing config'
    | 'credentials'
    | 'cdk8s';
  readonly readOnly?: boolean;
  readonly subPath?: string;
}

export type OutsideDescription = 'https' | 'web' | 'smtp' | 'range' | 'namespace' | 'managed database';
