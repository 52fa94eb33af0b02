import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Cluster } from '../support/cluster';
import type { Binaries } from './binaries';
import { ControlPlane } from './control-plane';

/** A control plane of our own with the definitions of the kinds that optional output needs. */
export async function ownCluster(binaries: Binaries): Promise<{ cluster: Cluster; plane: ControlPlane }> {
  const plane = await ControlPlane.start(binaries);
  const { kubeconfig, connection } = plane;
  const kubectl = join(binaries.folder, 'kubectl');
  const cluster = { own: true, controllers: binaries.controllers, kubectl, kubeconfig, connection, binaries };
  try {
    installDefinitions(cluster);
    return { cluster, plane };
  } catch (error) {
    await plane.stop();
    throw error;
  }
}

function installDefinitions({ kubectl, kubeconfig }: Cluster): void {
  const env = { ...process.env, KUBECONFIG: kubeconfig };
  const run = (...args: string[]) => execFileSync(kubectl, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = join(__dirname, '../fixtures/crds');
  run('apply', '--server-side', '-f', folder);
  run('wait', '--for=condition=Established', '--timeout=30s', '-f', folder);
}
