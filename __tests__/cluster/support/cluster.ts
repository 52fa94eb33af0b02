import { spawnSync } from 'node:child_process';
import { Api, type Connection } from '../harness/api';
import type { Binaries } from '../harness/binaries';

/** The cluster that the tests run against. */
export interface Cluster {
  /** Started by us, on loopback, and thrown away afterwards; else somebody's. */
  readonly own: boolean;
  /** Controllers, a scheduler and nodes act. */
  readonly controllers: boolean;
  readonly kubectl: string;
  readonly kubeconfig: string | undefined;
  readonly connection: Connection;
  /** Of our own control plane, to start another one with. */
  readonly binaries?: Binaries;
}

/** What a command printed and how it ended. */
export interface Printed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The cluster that `setup` left in the environment. */
export function cluster(): Cluster {
  return JSON.parse(process.env['SLIPWAY_TEST_CLUSTER'] ?? '') as Cluster;
}

/** The API of the cluster. */
export function api(): Api {
  return new Api(cluster().connection);
}

/** Runs kubectl, whether or not it succeeds. */
export function tryKubectl(args: readonly string[], input?: string): Printed {
  const { kubectl: command, kubeconfig } = cluster();
  const env = { ...process.env, ...(kubeconfig && { KUBECONFIG: kubeconfig }) };
  const { status, stdout, stderr } = spawnSync(command, args, { env, input, encoding: 'utf8', timeout: 90_000 });
  return { status: status ?? -1, stdout, stderr };
}

/** Runs kubectl and returns what it printed; a failure or a warning is an error with kubectl's own words. */
export function kubectl(...args: readonly string[]): string {
  const { status, stdout, stderr } = tryKubectl(args);
  if (status !== 0 || stderr !== '') throw new Error(`kubectl ${args.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

/** `describe` where controllers act; elsewhere the tests are shown as skipped. */
export const describeWithControllers = cluster().controllers ? describe : describe.skip;

/** `describe` on a control plane of our own; elsewhere the tests are shown as skipped. */
export const describeOnOwnCluster = cluster().own && cluster().controllers ? describe : describe.skip;
