import type { Api } from '../harness/api';
import { follow } from './follow';
import { NODES } from './machines';
import type { Claim } from './types';

const PROVISIONER = 'disks.slipway.dev';
const CLASSES = '/apis/storage.k8s.io/v1/storageclasses';

/** Offers zonal disks as the default storage class and makes one for every claim that a scheduled pod waits for. */
export async function provideDisks(api: Api): Promise<never> {
  await api.request('POST', CLASSES, { body: storageClass() });
  return follow<Claim>(api, '/api/v1/persistentvolumeclaims', (claim, gone) => {
    const name = `disk-${claim.metadata.uid}`;
    const node = claim.metadata.annotations?.['volume.kubernetes.io/selected-node'];
    const path = '/api/v1/persistentvolumes';
    if (gone) void api.request('DELETE', `${path}/${name}`).catch(ignore);
    else if (node && !claim.spec.volumeName)
      void api.request('POST', path, { body: disk(name, claim, node) }).catch(ignore);
  });
}

function storageClass() {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: PROVISIONER,
    volumeBindingMode: 'WaitForFirstConsumer',
    reclaimPolicy: 'Retain',
    allowVolumeExpansion: true,
  };
}

function disk(name: string, { metadata, spec }: Claim, node: string) {
  const zone = NODES.find((candidate) => candidate.name === node)?.zone;
  const here = { key: 'topology.kubernetes.io/zone', operator: 'In', values: [zone] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      capacity: spec.resources.requests,
      accessModes: spec.accessModes,
      storageClassName: spec.storageClassName,
      persistentVolumeReclaimPolicy: 'Retain',
      hostPath: { path: `/disks/${name}` },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...pick(metadata) },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [here] }] } },
    },
  };
}

function pick({ name, namespace, uid }: Claim['metadata']) {
  return { name, namespace, uid };
}

function ignore(): void {
  // The API server is away, or the disk is there already or no longer; the next event brings the claim again.
}
