import type { ControlPlane } from './harness/control-plane';
import { ownCluster } from './harness/own-cluster';
import { cluster, describeOnOwnCluster, kubectl } from './support/cluster';
import { committed, environments } from './support/environments';
import { bringUp, podsOf, settled } from './support/live';
import { workloads } from './support/objects';
import { provideStorageClasses } from './support/storage-classes';

/** On a control plane of its own, so that the other tests do not notice. */
describeOnOwnCluster('after a restart of the API server and etcd', () => {
  const environment = environments().at(-1);
  const staged = committed(environment ?? '');
  let plane: ControlPlane;

  beforeAll(async () => {
    const { binaries } = cluster();
    const second = await ownCluster(binaries ?? { folder: '', controllers: false });
    plane = second.plane;
    process.env['SLIPWAY_TEST_CLUSTER'] = JSON.stringify(second.cluster);
    await provideStorageClasses(staged);
    await bringUp(staged);
  });
  afterAll(() => plane?.stop());

  test('everything is still there, the same pods among it, and controllers go on', async () => {
    const uids = async () =>
      (await Promise.all(workloads(staged.objects).map(podsOf))).flat().map(({ metadata }) => metadata.uid);
    const before = { pods: await uids(), objects: kubectl('get', '-f', staged.folder, '-o', 'name') };
    await plane.restart();
    expect({ pods: await uids(), objects: kubectl('get', '-f', staged.folder, '-o', 'name') }).toEqual(before);
    kubectl('delete', 'pods', '--all', '--namespace', staged.namespaces[0] ?? '', '--wait=false');
    await settled(staged);
    expect(await uids()).not.toEqual(before.pods);
  });
});
