import { volumeTypes as check } from '../../manifest/pod-security/checks/restricted-volume-types';
import { podSecurityRule } from '../pod-security-rule';

/** A pod must mount only volumes of the core types. */
export const restrictedVolumeTypes = podSecurityRule(check, {
  what: 'A pod must mount only volumes of the core types.',
  why: 'Volumes that pods define by themselves, such as nfs, bypass what the cluster decides about storage and its credentials.',
  remedy:
    'mount a claim (persistentVolumeClaim), and leave it to its StorageClass or PersistentVolume where the data is',
});
