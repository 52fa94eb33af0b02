import type { Api } from '../harness/api';
import { sleep } from '../harness/until';

/** The zones of the cluster. */
export const ZONES = ['zone-a', 'zone-b', 'zone-c'] as const;

/** The nodes: two in each zone. */
export const NODES = ZONES.flatMap((zone) => [1, 2].map((number) => ({ name: `${zone}-${number}`, zone })));

const CAPACITY = { cpu: '16', memory: '64Gi', 'ephemeral-storage': '200Gi', pods: '110' };

/** Makes the Node objects, reports them ready, and renews their leases as kubelets do. */
export async function keepNodesReady(api: Api, version: string): Promise<never> {
  for (const node of NODES) await register(api, node, version);
  for (;;) {
    await Promise.all(NODES.map((node) => renewLease(api, node.name).catch(() => undefined)));
    await sleep(10_000);
  }
}

async function register(api: Api, { name, zone }: (typeof NODES)[number], version: string): Promise<void> {
  const labels = {
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
    'topology.kubernetes.io/region': 'region',
    'topology.kubernetes.io/zone': zone,
  };
  await api.request('POST', '/api/v1/nodes', { body: { apiVersion: 'v1', kind: 'Node', metadata: { name, labels } } });
  await api.request('PATCH', `/api/v1/nodes/${name}/status`, {
    type: 'application/merge-patch+json',
    body: { status: { capacity: CAPACITY, allocatable: CAPACITY, conditions: conditions(), nodeInfo: info(version) } },
  });
}

function conditions() {
  const now = new Date().toISOString();
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    message: reason,
    lastHeartbeatTime: now,
    lastTransitionTime: now,
  });
  return [
    condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
    condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
    condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
    condition('Ready', 'True', 'KubeletReady'),
  ];
}

/** Every field has to be there, be it empty. */
function info(kubeletVersion: string) {
  return {
    machineID: '',
    systemUUID: '',
    bootID: '',
    kernelVersion: '',
    osImage: '',
    kubeProxyVersion: '',
    containerRuntimeVersion: 'stand-in://1',
    kubeletVersion,
    operatingSystem: 'linux',
    architecture: 'amd64',
  };
}

async function renewLease(api: Api, name: string): Promise<void> {
  const path = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
  const renewTime = new Date().toISOString().replace('Z', '000Z');
  const spec = { holderIdentity: name, leaseDurationSeconds: 40, renewTime };
  const type = 'application/merge-patch+json';
  const patched = await api.request('PATCH', `${path}/${name}`, { type, body: { spec } });
  if (patched.status !== 404) return;
  await api.request('POST', path, {
    body: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name }, spec },
  });
}
