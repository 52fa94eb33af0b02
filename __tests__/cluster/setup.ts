import { Api } from './harness/api';
import { binaries } from './harness/binaries';
import { currentCluster } from './harness/current-cluster';
import { ownCluster } from './harness/own-cluster';
import { running } from './harness/running';
import type { Cluster } from './support/cluster';

/** Before the tests: a control plane of our own, or a way into the cluster of the current kubeconfig. */
async function setup(): Promise<void> {
  const found = process.env['SLIPWAY_CLUSTER'] === 'current' ? undefined : await binaries(say);
  const began = Date.now();
  const cluster = found ? await own(found) : await currentCluster();
  process.env['SLIPWAY_TEST_CLUSTER'] = JSON.stringify(cluster);
  const { gitVersion } = await new Api(cluster.connection).get<{ gitVersion: string }>('/version');
  say(`Kubernetes ${gitVersion} is up after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (!cluster.controllers)
    say('no controllers and no scheduler: the tests that need them are left out, shown as skipped');
}

async function own(found: NonNullable<Cluster['binaries']>): Promise<Cluster> {
  const { cluster, plane } = await ownCluster(found);
  running.push(() => plane.stop());
  return cluster;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export = setup;
