import type { Fields } from '../fields';
import { isMap } from '../pods';
import { isAtLeast } from '../version';
import { change, type Defaults, fill } from './fill';

/**
 * Volumes, claims, and where they come from.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go,
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/v1/defaults.go,
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/api/persistentvolumeclaim/util.go
 */
export const STORAGE: Readonly<Record<string, Defaults>> = {
  'core.v1.PersistentVolume': (volume) =>
    change(volume, 'spec', (spec) => fill(spec, { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' })),
  'core.v1.PersistentVolumeClaim': (claim) => change(claim, 'spec', withBothSources),
  'core.v1.PersistentVolumeClaimSpec': { volumeMode: 'Filesystem' },
  'storage.v1.StorageClass': { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
  'storage.v1.CSIDriverSpec': (spec, version) =>
    fill(spec, {
      attachRequired: true,
      podInfoOnMount: false,
      storageCapacity: false,
      fsGroupPolicy: 'ReadWriteOnceWithFSType',
      volumeLifecycleModes: ['Persistent'],
      requiresRepublish: false,
      seLinuxMount: false,
      preventPodSchedulingIfMissing: isAtLeast(version, '1.37') ? false : undefined,
    }),
};

/** `dataSource` is the old name of `dataSourceRef`, except for a source in another namespace. */
function withBothSources(spec: Fields): Fields {
  const { dataSource, dataSourceRef } = spec;
  if (isMap(dataSource) && dataSourceRef === undefined) return { ...spec, dataSourceRef: dataSource };
  const isNear = isMap(dataSourceRef) && (dataSourceRef.namespace ?? '') === '';
  if (!isNear || dataSource !== undefined) return spec;
  const { apiGroup, kind, name } = dataSourceRef;
  return { ...spec, dataSource: { ...(apiGroup !== undefined && { apiGroup }), kind, name } };
}
