import { until } from '../harness/until';
import { api, kubectl } from './cluster';
import { dropNamespaces, clearNamespace } from './namespace';
import type { Staged } from './environments';
import { called, type Manifest, promised, workloads } from './objects';
import { referredSecrets } from './referred-secrets';

/** Objects of a namespace: `list('v1', 'miniflux', 'pods')`. */
export async function list(version: string, namespace: string, resource: string): Promise<Manifest[]> {
  const root = version.includes('/') ? `/apis/${version}` : `/api/${version}`;
  const { items } = await api().get<{ items: Manifest[] }>(`${root}/namespaces/${namespace}/${resource}`);
  return items;
}

/** The ready pods of a namespace with these labels, those that are being deleted left out. */
export async function readyPods(namespace: string, labels: Readonly<Record<string, string>>): Promise<Manifest[]> {
  const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const pods = await list('v1', namespace, `pods?labelSelector=${encodeURIComponent(selector.join(','))}`);
  return pods.filter(({ metadata, status }) => !('deletionTimestamp' in metadata) && isReady(status));
}

/** Applies an environment and waits until every workload has the pods it promises, ready and up to date. */
export async function bringUp(staged: Staged): Promise<void> {
  kubectl('apply', '--server-side', '--validate=strict', '-f', staged.folder);
  await makeReferredSecrets(staged);
  await settled(staged);
}

/** Waits until every workload has the pods it promises, ready and up to date. */
export async function settled({ name, objects }: Staged, seconds = 60): Promise<void> {
  for (const workload of workloads(objects)) {
    const want = promised(workload, objects);
    await until(() => complete(workload, want), {
      what: `${want} ready pods of ${called(workload)} of ${name}`,
      seconds,
    });
  }
}

/** Makes the Secrets that an environment expects to find, with made-up values. */
export async function makeReferredSecrets({ objects, namespaces }: Staged): Promise<void> {
  for (const [name, keys] of referredSecrets(objects)) {
    const data = Object.fromEntries(keys.map((key) => [key, 'dGVzdA==']));
    const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data };
    for (const namespace of namespaces) {
      await api().request('POST', `/api/v1/namespaces/${namespace}/secrets`, { body });
    }
  }
}

/** Takes an environment away so that the cluster is as it was. */
export function takeAway({ namespaces }: Staged): void {
  if (namespaces.length > 1) dropNamespaces(...namespaces);
  for (const namespace of namespaces) clearNamespace(namespace);
}

async function complete({ kind, metadata }: Manifest, want: number): Promise<boolean> {
  const path = `/apis/apps/v1/namespaces/${metadata.namespace}/${kind.toLowerCase()}s/${metadata.name}`;
  const { metadata: live, status } = await api().get<Manifest & { metadata: { generation?: number } }>(path);
  const { observedGeneration, replicas = 0, readyReplicas = 0, updatedReplicas = 0 } = status ?? {};
  return observedGeneration === live.generation && [replicas, readyReplicas, updatedReplicas].every((n) => n === want);
}

function isReady(status: Manifest['status']): boolean {
  return status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
}

/** The ready pods of a workload. */
export function podsOf({ metadata, spec }: Manifest): Promise<Manifest[]> {
  return readyPods(metadata.namespace ?? '', spec?.selector?.matchLabels ?? {});
}

/** The names of the pods that a service sends traffic to. */
export async function endpoints(namespace: string, service: string): Promise<string[]> {
  const label = encodeURIComponent(`kubernetes.io/service-name=${service}`);
  const slices = (await list('discovery.k8s.io/v1', namespace, `endpointslices?labelSelector=${label}`)) as Slice[];
  const ready = slices.flatMap((slice) => slice.endpoints?.filter(({ conditions }) => conditions.ready) ?? []);
  return ready.map(({ targetRef }) => targetRef?.name ?? '').toSorted();
}

interface Slice extends Manifest {
  readonly endpoints?: readonly { conditions: { ready?: boolean }; targetRef?: { name: string } }[];
}
