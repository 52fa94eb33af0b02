import type { Api } from '../harness/api';
import { sleep } from '../harness/until';
import { follow } from './follow';
import { running, succeeded, waiting } from './pod-status';
import { missingReferences } from './references';
import type { Pod } from './types';

/** How long, in milliseconds, things take here that take seconds on a real node. */
const START = 150;
const WORK = 300;
const STOP = 200;

/**
 * Plays the kubelet of every node: a bound pod starts once its ConfigMaps and Secrets are there, becomes ready, and, if
 * it is a task, succeeds; a deleted pod takes a moment to stop, and is then gone.
 */
export class Kubelet {
  private readonly pods = new Map<string, Pod>();
  private readonly busy = new Set<string>();
  private addresses = 0;

  constructor(private readonly api: Api) {}

  /** Never ends. */
  run(): Promise<never> {
    return follow<Pod>(this.api, '/api/v1/pods', (pod, gone) => {
      const uid = pod.metadata.uid ?? '';
      if (gone) this.pods.delete(uid);
      else this.pods.set(uid, pod);
      void this.attend(uid);
    });
  }

  /** One step after another for one pod, until nothing is left to do for it. */
  private async attend(uid: string): Promise<void> {
    if (this.busy.has(uid)) return;
    this.busy.add(uid);
    for (let pod = this.pods.get(uid); pod?.spec.nodeName; pod = this.pods.get(uid)) {
      const step = this.step(pod);
      if (!step) break;
      await step.catch(() => sleep(500));
      await this.seen(uid, pod);
    }
    this.busy.delete(uid);
  }

  private step(pod: Pod): Promise<unknown> | undefined {
    const { phase } = pod.status ?? {};
    const over = phase === 'Succeeded' || phase === 'Failed';
    if (pod.metadata.deletionTimestamp) return over ? this.remove(pod) : this.stop(pod);
    if (over) return undefined;
    if (phase !== 'Running') return this.start(pod);
    return pod.spec.restartPolicy === 'Always' ? undefined : this.finish(pod);
  }

  private async start(pod: Pod): Promise<void> {
    await sleep(START);
    const missing = await missingReferences(this.api, pod);
    await this.report(pod, missing.length === 0 ? running(pod, this.address()) : waiting(pod, missing.join(', ')));
    if (missing.length > 0) await sleep(1000);
  }

  private async finish(pod: Pod): Promise<void> {
    await sleep(WORK);
    await this.report(pod, succeeded(pod));
  }

  private async stop(pod: Pod): Promise<void> {
    await sleep(STOP);
    await this.report(pod, succeeded(pod));
  }

  private async remove(pod: Pod): Promise<void> {
    const body = { gracePeriodSeconds: 0, preconditions: { uid: pod.metadata.uid } };
    await this.api.request('DELETE', path(pod), { body });
  }

  private async report(pod: Pod, status: object): Promise<void> {
    await this.api.request('PATCH', `${path(pod)}/status`, { type: 'application/merge-patch+json', body: { status } });
  }

  /** Waits a moment for the watch to bring what the step changed. */
  private async seen(uid: string, before: Pod): Promise<void> {
    for (let turn = 0; turn < 50 && this.pods.get(uid) === before; turn += 1) await sleep(20);
  }

  private address(): string {
    this.addresses += 1;
    return `10.244.${this.addresses >> 8}.${this.addresses & 255}`;
  }
}

function path({ metadata }: Pod): string {
  return `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`;
}
