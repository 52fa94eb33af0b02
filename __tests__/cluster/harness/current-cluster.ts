import { spawn, type ChildProcess } from 'node:child_process';
import type { Cluster } from '../support/cluster';
import { running } from './running';
import { Scratch } from './scratch';

/**
 * The cluster of the current kubeconfig context, reached through `kubectl proxy`, which knows every way to log in. The
 * proxy ends with `running`.
 */
export async function currentCluster(): Promise<Cluster> {
  const scratch = new Scratch();
  const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const server = await address(proxy).catch((cause: unknown) => {
    throw new Error('SLIPWAY_CLUSTER=current: `kubectl proxy` does not start', { cause });
  });
  scratch.watch(proxy);
  running.push(async () => {
    proxy.kill();
    await scratch.remove();
  });
  return {
    own: false,
    controllers: true,
    kubectl: 'kubectl',
    kubeconfig: process.env['KUBECONFIG'],
    connection: { server },
  };
}

/** `Starting to serve on 127.0.0.1:43210` */
function address(proxy: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    proxy.once('error', reject);
    proxy.once('exit', (code) => reject(new Error(`exit ${code}`)));
    proxy.stdout?.on('data', (text: Buffer) => {
      const found = /serve on (\S+)/.exec(text.toString())?.[1];
      if (found) resolve(`http://${found}`);
    });
  });
}
