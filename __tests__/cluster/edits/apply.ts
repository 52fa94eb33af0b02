import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { describeResource, resourceId } from '../../../lib/manifest/resource';
import type { ApplyMode } from '../../../lib/plan/options';
import type { Outcome } from '../../../lib/plan/prediction';
import { until } from '../harness/until';
import { api, cluster, type Printed } from '../support/cluster';
import type { Rendered } from './render-edits';

/** What became of an object; `create` and `orphan` for one that is new, and one that nothing renders any more. */
export type Observed = Outcome | 'create' | 'orphan';

/** What became of every object, by `Deployment miniflux/web`. */
export type Observations = Readonly<Record<string, Observed>>;

/** Applies manifests and then others, and sees what the second time did to each object. */
export async function applyBoth({ before, after }: Rendered, mode: ApplyMode): Promise<Observations> {
  if (![...before, ...after].some(({ kind }) => kind === 'PersistentVolumeClaim')) await forbidPods(before);
  const first = await apply(before, mode);
  if (first.status !== 0) throw new Error(first.stderr);
  const old = await state(before);
  const { stdout } = await apply(after, mode);
  const current = await state([...before, ...after]);
  const accepted = new Set(stdout.split('\n').map((line) => line.split(' ')[0]));
  const names = new Map([...before, ...after].map((object) => [nameOf(object), object]));
  return Object.fromEntries(
    [...names].map(([name, object]) => {
      const isRejected = after.some((candidate) => nameOf(candidate) === name) && !accepted.has(kubectlName(object));
      const isGone = !after.some((candidate) => nameOf(candidate) === name);
      return [name, isRejected ? 'reject' : isGone ? 'orphan' : compare(old.get(name), current.get(name)!)];
    }),
  );
}

/** Pods say nothing of what is applied, but for those that a claim waits for, and cost most of the time. */
async function forbidPods(objects: readonly KubernetesObject[]): Promise<void> {
  for (const { metadata } of objects.filter(({ kind }) => kind === 'Namespace')) {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: metadata.name } };
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'no-pods' },
      spec: { hard: { pods: 0 } },
    };
    await api().request('POST', '/api/v1/namespaces', { body: namespace });
    await api().request('POST', `/api/v1/namespaces/${metadata.name}/resourcequotas`, { body: quota });
  }
}

/** An object in the cluster, and how many versions of its pods there have been. */
interface Live {
  readonly object: Record<string, unknown>;
  readonly revisions: number;
}

function compare(before: Live | undefined, after: Live): Observed {
  if (!before) return 'create';
  if (after.revisions > before.revisions) return 'rollout';
  const [old, current] = [comparable(before.object), comparable(after.object)];
  if (isDeepStrictEqual(old, current)) return 'noop';
  return isDeepStrictEqual(withoutScale(old), withoutScale(current)) ? 'scale' : 'update';
}

/** An object without what the server and its controllers keep count with. */
function comparable(object: Record<string, unknown>): Record<string, unknown> {
  const { labels, annotations, finalizers, ownerReferences } = object.metadata as Record<
    string,
    Record<string, string>
  >;
  const kept = Object.entries(annotations ?? {}).filter(([key]) => !BOOKKEEPING.test(key));
  const { status: _status, metadata: _metadata, ...rest } = object;
  return { ...rest, labels, annotations: Object.fromEntries(kept), finalizers, ownerReferences };
}

const BOOKKEEPING =
  /^(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|pv\.kubernetes\.io\/.*|volume\..*)$/;

function withoutScale(object: Record<string, unknown>): Record<string, unknown> {
  return { ...object, spec: { ...(object.spec as object | undefined), replicas: 0, parallelism: 0 } };
}

function nameOf(object: KubernetesObject): string {
  return describeResource(resourceId(object));
}

/** How kubectl calls an object that it has applied: `deployment.apps/web`. */
function kubectlName({ apiVersion, kind, metadata }: KubernetesObject): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind.toLowerCase()}${group}/${metadata.name}`;
}

async function apply(objects: readonly KubernetesObject[], mode: ApplyMode): Promise<Printed> {
  return kubectl(objects, 'apply', ...(mode === 'server' ? ['--server-side'] : []));
}

/** The objects as the cluster has them, once the controllers have seen them. */
async function state(objects: readonly KubernetesObject[]): Promise<ReadonlyMap<string, Live>> {
  return until(
    async () => {
      const { stdout } = await kubectl(objects, 'get', '--ignore-not-found', '--output', 'json');
      const { items } = JSON.parse(stdout) as { items: (KubernetesObject & Record<string, unknown>)[] };
      if (!items.every(isSeen)) return undefined;
      const lives = await Promise.all(
        items.map(async (object) => [nameOf(object), { object, revisions: await revisionsOf(object) }] as const),
      );
      const settled = lives.every(([, { object, revisions }]) => !(object.kind in REVISIONS) || revisions > 0);
      return settled ? new Map<string, Live>(lives) : undefined;
    },
    { what: 'the controllers have seen every object', seconds: 60 },
  );
}

/** Whether the controllers have dealt with the newest version of an object, and claims that are waited for are bound. */
function isSeen(object: KubernetesObject): boolean {
  const { generation } = object.metadata as { generation?: number };
  const status = object.status as { observedGeneration?: number; phase?: string } | undefined;
  if (object.kind === 'PersistentVolumeClaim') return status?.phase === 'Bound';
  return !(object.kind in REVISIONS) || status?.observedGeneration === generation;
}

const REVISIONS: Readonly<Record<string, string>> = { Deployment: 'replicasets', StatefulSet: 'controllerrevisions' };

async function revisionsOf({ kind, metadata }: KubernetesObject): Promise<number> {
  const resource = REVISIONS[kind];
  if (!resource) return 0;
  const path = `/apis/apps/v1/namespaces/${metadata.namespace}/${resource}`;
  const { items } = await api().get<{ items: { metadata: { ownerReferences?: { name: string }[] } }[] }>(path);
  return items.filter((item) => item.metadata.ownerReferences?.some(({ name }) => name === metadata.name)).length;
}

function kubectl(objects: readonly KubernetesObject[], ...words: readonly string[]): Promise<Printed> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-edit-'));
  const file = join(folder, 'all.json');
  writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  const { kubectl: command, kubeconfig } = cluster();
  const env = { ...process.env, ...(kubeconfig && { KUBECONFIG: kubeconfig }) };
  return new Promise((resolve) => {
    execFile(command, [...words, '-f', file], { env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      resolve({ status: error ? 1 : 0, stdout, stderr });
    });
  });
}
