import type { Fields } from '../fields';
import { change, type Defaults, fill } from './fill';
import { imagePullPolicy } from './image-pull-policy';

/** Unless a volume says so, its files are readable for all and writable for their owner: 0644. */
const READABLE: Fields = { defaultMode: 0o644 };
const RBD: Fields = { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' };
const SCALE_IO: Fields = { storageMode: 'ThinProvisioned', fsType: 'xfs' };

/**
 * The volumes of pods, and what persistent volumes are made of.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go and the markers `+default` of the types
 */
export const VOLUMES: Readonly<Record<string, Defaults>> = {
  'core.v1.Volume': (volume) => {
    const hasSource = Object.keys(volume).some((field) => field !== 'name');
    return hasSource ? change(volume, 'image', withPullPolicy) : { ...volume, emptyDir: {} };
  },
  'core.v1.ConfigMapVolumeSource': READABLE,
  'core.v1.SecretVolumeSource': READABLE,
  'core.v1.DownwardAPIVolumeSource': READABLE,
  'core.v1.ProjectedVolumeSource': READABLE,
  'core.v1.ServiceAccountTokenProjection': { expirationSeconds: 3600 },
  'core.v1.HostPathVolumeSource': { type: '' },
  'core.v1.RBDVolumeSource': RBD,
  'core.v1.RBDPersistentVolumeSource': RBD,
  'core.v1.ISCSIVolumeSource': { iscsiInterface: 'default' },
  'core.v1.ISCSIPersistentVolumeSource': { iscsiInterface: 'default' },
  'core.v1.AzureDiskVolumeSource': { cachingMode: 'ReadWrite', fsType: 'ext4', readOnly: false, kind: 'Shared' },
  'core.v1.ScaleIOVolumeSource': SCALE_IO,
  'core.v1.ScaleIOPersistentVolumeSource': SCALE_IO,
};

function withPullPolicy(image: Fields): Fields {
  return fill(image, { pullPolicy: imagePullPolicy(image.reference) });
}
