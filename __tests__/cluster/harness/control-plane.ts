import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Api, type Connection } from './api';
import type { Binaries } from './binaries';
import { apiServer, certificate, controllers, etcd, nodes, scheduler, server, type Site } from './components';
import { Daemon } from './daemon';
import { freePorts } from './free-port';
import { kubeconfig } from './kubeconfig';
import { Scratch } from './scratch';
import { until } from './until';

/** A Kubernetes control plane on loopback with data, keys and certificates of its own. */
export class ControlPlane {
  private readonly storage: readonly Daemon[];
  private readonly actors: readonly Daemon[];

  private constructor(
    private readonly site: Site,
    private readonly binaries: Binaries,
  ) {
    const daemon = (program: (site: Site) => ConstructorParameters<typeof Daemon>[0]) =>
      new Daemon(program(site), site.scratch);
    this.storage = [etcd, apiServer].map(daemon);
    this.actors = binaries.controllers ? [controllers, scheduler, nodes].map(daemon) : [];
  }

  /** Starts everything that `binaries` has, and stops what it had started if one of them does not come up. */
  static async start(binaries: Binaries): Promise<ControlPlane> {
    const scratch = new Scratch();
    const plane = new ControlPlane(await choose(binaries, scratch), binaries);
    try {
      await plane.up();
      return plane;
    } catch (error) {
      await plane.stop();
      throw error;
    }
  }

  /** The path of a kubeconfig with every right. */
  get kubeconfig(): string {
    return this.site.scratch.path('kubeconfig');
  }

  get connection(): Connection {
    return { server: server(this.site), ca: readFileSync(certificate(this.site), 'utf8'), token: this.site.token };
  }

  /** Stops the API server and etcd and starts them again on the same data; the others go on and reconnect. */
  async restart(): Promise<void> {
    for (const daemon of this.storage.toReversed()) await daemon.stop();
    for (const daemon of this.storage) await daemon.start();
  }

  /** Ends every process and removes every file. */
  async stop(): Promise<void> {
    await Promise.all(this.actors.map((daemon) => daemon.stop(500)));
    for (const daemon of this.storage.toReversed()) await daemon.stop(500);
    await this.site.scratch.remove();
  }

  private async up(): Promise<void> {
    const { scratch, token } = this.site;
    for (const daemon of this.storage) await daemon.start();
    const { connection } = this;
    writeFileSync(this.kubeconfig, kubeconfig(connection), { mode: 0o600 });
    writeFileSync(scratch.path('connection.json'), JSON.stringify({ ...connection, token }), { mode: 0o600 });
    await Promise.all(this.actors.map((daemon) => daemon.start()));
    if (this.binaries.controllers) await nodesAreReady(new Api(connection));
  }
}

async function choose({ folder }: Binaries, scratch: Scratch): Promise<Site> {
  const [etcdPort = 0, peer = 0, api = 0] = await freePorts(3);
  const token = randomBytes(16).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' });
  writeFileSync(scratch.path('service-accounts'), key, { mode: 0o600 });
  writeFileSync(scratch.path('tokens.csv'), `${token},tester,tester,"system:masters"\n`, { mode: 0o600 });
  return { binaries: folder, scratch, ports: { etcd: etcdPort, peer, api }, token };
}

/** Ready and without the taint that the node controller takes away; accounts are there, so that pods may be made. */
async function nodesAreReady(api: Api): Promise<void> {
  await until(
    async () => {
      const { items } = await api.get<{ items: { spec: { taints?: unknown[] } }[] }>('/api/v1/nodes');
      const account = await api.request('GET', '/api/v1/namespaces/default/serviceaccounts/default');
      return items.length > 0 && items.every(({ spec }) => !spec.taints) && account.status === 200;
    },
    { what: 'every node is ready and untainted', seconds: 60 },
  );
}
