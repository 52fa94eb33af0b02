import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api';
import type { Program } from './daemon';
import type { Scratch } from './scratch';

/** What the command lines of the control plane have in common. */
export interface Site {
  /** The folder of the binaries. */
  readonly binaries: string;
  readonly scratch: Scratch;
  readonly ports: { readonly etcd: number; readonly peer: number; readonly api: number };
  readonly token: string;
}

/** Where the API server of a site answers. */
export function server(site: Site): string {
  return `https://127.0.0.1:${site.ports.api}`;
}

/** The certificate that the API server made for itself at its start. */
export function certificate(site: Site): string {
  return site.scratch.path('certificates', 'apiserver.crt');
}

/** etcd with its data in the temporary folder; what is written may be lost with the machine, so nothing waits for the disk. */
export function etcd({ binaries, scratch, ports }: Site): Program {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.peer}`;
  return {
    name: 'etcd',
    command: join(binaries, 'etcd'),
    args: [
      `--data-dir=${scratch.path('etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      '--unsafe-no-fsync',
      '--log-level=warn',
    ],
    ready: async () => (await new Api({ server: client }).request('GET', '/health')).status === 200,
  };
}

/** The API server as `kubeadm` would run it: RBAC, the default admission plugins, Pod Security among them. */
export function apiServer(site: Site): Program {
  const { binaries, scratch, ports, token } = site;
  return {
    name: 'kube-apiserver',
    command: join(binaries, 'kube-apiserver'),
    args: [
      `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
      `--secure-port=${ports.api}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      '--endpoint-reconciler-type=none',
      `--cert-dir=${scratch.path('certificates')}`,
      `--token-auth-file=${scratch.path('tokens.csv')}`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.96.0.0/16',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${scratch.path('service-accounts')}`,
      `--service-account-signing-key-file=${scratch.path('service-accounts')}`,
      '--allow-privileged=true',
      '--enable-priority-and-fairness=false',
      '--profiling=false',
    ],
    ready: async () => {
      if (!existsSync(certificate(site))) return false;
      const api = new Api({ server: server(site), ca: readFileSync(certificate(site), 'utf8'), token });
      return (await api.request('GET', '/readyz')).status === 200;
    },
  };
}

/** The controllers: ReplicaSets, StatefulSets, Jobs, endpoints, disruption budgets, autoscalers, claims, … */
export function controllers(site: Site): Program {
  const { binaries, scratch } = site;
  return {
    name: 'kube-controller-manager',
    command: join(binaries, 'kube-controller-manager'),
    args: [
      `--kubeconfig=${scratch.path('kubeconfig')}`,
      `--root-ca-file=${certificate(site)}`,
      `--service-account-private-key-file=${scratch.path('service-accounts')}`,
      '--horizontal-pod-autoscaler-sync-period=2s',
      '--leader-elect=false',
      '--secure-port=0',
      '--profiling=false',
    ],
  };
}

/** The scheduler with its default profile. */
export function scheduler({ binaries, scratch }: Site): Program {
  return {
    name: 'kube-scheduler',
    command: join(binaries, 'kube-scheduler'),
    args: [
      `--kubeconfig=${scratch.path('kubeconfig')}`,
      '--leader-elect=false',
      '--secure-port=0',
      '--profiling=false',
    ],
  };
}

/** The stand-in for kubelets and disks: `../nodes`, run as a process of its own. */
export function nodes({ scratch }: Site): Program {
  return {
    name: 'nodes',
    command: process.execPath,
    args: ['--import', 'tsx', join(__dirname, '../nodes/run.ts'), scratch.path('connection.json')],
  };
}
