import { isAtLeast } from '../version';
import { change, type Defaults, fill } from './fill';

/**
 * Volumes, claims, and where they come from.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go,
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/v1/defaults.go
 */
export const STORAGE: Readonly<Record<string, Defaults>> = {
  'core.v1.PersistentVolume': (volume) =>
    change(volume, 'spec', (spec) => fill(spec, { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' })),
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
