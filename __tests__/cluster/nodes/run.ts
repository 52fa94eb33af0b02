import { readFileSync } from 'node:fs';
import { Api, type Connection } from '../harness/api';
import { provideDisks } from './disks';
import { Kubelet } from './kubelet';
import { keepNodesReady } from './machines';

/** What plays the machines of the cluster, as a process of its own: `run.ts <file with a Connection>`. */
async function run(file: string): Promise<void> {
  const api = new Api(JSON.parse(readFileSync(file, 'utf8')) as Connection);
  const { gitVersion } = await api.get<{ gitVersion: string }>('/version');
  await Promise.all([keepNodesReady(api, gitVersion), new Kubelet(api).run(), provideDisks(api)]);
}

void run(process.argv[2] ?? '');
