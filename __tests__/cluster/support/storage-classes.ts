import { api } from './cluster';
import type { Staged } from './environments';

/** Makes the storage classes that the claims of an environment name, each like the default one. */
export async function provideStorageClasses({ objects }: Staged): Promise<void> {
  const names = objects.flatMap(({ spec }) => [
    spec?.storageClassName,
    ...(spec?.volumeClaimTemplates ?? []).map((claim) => claim.spec.storageClassName),
  ]);
  for (const name of new Set(names.filter((each) => each !== undefined))) {
    const body = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name },
      provisioner: 'disks.slipway.dev',
      volumeBindingMode: 'WaitForFirstConsumer',
    };
    await api().request('POST', '/apis/storage.k8s.io/v1/storageclasses', { body });
  }
}
