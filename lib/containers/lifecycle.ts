import { hasFeature } from '../application/version';
import type { ContainerSpec, LifecycleHandler } from '../synth/kubernetes';

/** Something that runs when a container starts or stops. */
export type Hook =
  | { readonly exec: readonly string[] }
  | { readonly http: string; readonly port: string | number; readonly scheme?: 'HTTP' | 'HTTPS' }
  | { readonly sleep: number };

/** What runs after a container has started and before it is stopped. */
export interface Lifecycle {
  /** Right after the start. @default - nothing */
  readonly postStart?: Hook;
  /**
   * `{ sleep: 0 }` for nothing.
   *
   * @default - for a web service, 5 seconds of sleep, so that no request arrives after the end
   */
  readonly preStop?: Hook;
}

/** How a cluster can wait before it stops a container. */
export interface SleepMeans {
  readonly kubernetes: string;
  /** Whether the image has a `sleep` command; only needed before Kubernetes 1.30. */
  readonly shell: boolean;
}

/** The lifecycle of a container as Kubernetes writes it. */
export function renderLifecycle({ postStart, preStop }: Lifecycle, means: SleepMeans): ContainerSpec['lifecycle'] {
  const lifecycle = {
    postStart: postStart && renderHook(postStart, means),
    preStop: preStop && renderHook(preStop, means),
  };
  return lifecycle.postStart || lifecycle.preStop ? lifecycle : undefined;
}

/**
 * A lifecycle that waits before it stops, so that no request arrives after the end; at most for half of the time that the
 * pod has. Before Kubernetes 1.30 that takes a `sleep` command in the image.
 */
export function withDrain(lifecycle: Lifecycle = {}, gracePeriod: number, means: SleepMeans): Lifecycle {
  if (!canSleep(means)) return lifecycle;
  return { ...lifecycle, preStop: lifecycle.preStop ?? { sleep: Math.min(5, Math.floor(gracePeriod / 2)) } };
}

/** Whether a container can wait at all: it can from 1.30 on, and before that where the image has a `sleep`. */
export function canSleep({ kubernetes, shell }: SleepMeans): boolean {
  return shell || hasFeature(kubernetes, 'preStopSleep');
}

function renderHook(hook: Hook, means: SleepMeans): LifecycleHandler | undefined {
  if ('exec' in hook) return { exec: { command: hook.exec } };
  if ('http' in hook) return { httpGet: { path: hook.http, port: hook.port, scheme: hook.scheme } };
  if (hook.sleep === 0) return undefined;
  return hasFeature(means.kubernetes, 'preStopSleep')
    ? { sleep: { seconds: hook.sleep } }
    : { exec: { command: ['sleep', String(hook.sleep)] } };
}
