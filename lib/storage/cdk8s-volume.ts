import { k8s, type Volume as Cdk8sVolume } from 'cdk8s-plus-28';
import type { VolumeSpec } from '../synth/kubernetes';
import type { Volume, VolumeSource } from './volume';

/** Each volume has one form, as a pod takes two for two volumes. */
const known = new WeakMap<Cdk8sVolume, Volume>();

/** A volume of cdk8s-plus as one of ours. */
export function fromCdk8sVolume(volume: Cdk8sVolume): Volume {
  const { name, ...volumeSource } = toPlain(volume);
  const converted = known.get(volume) ?? { volumeName: name, volumeSource, external: madeOf(volumeSource) };
  known.set(volume, converted);
  return converted;
}

/** cdk8s-plus declares no public way to read a volume: `_toKube` is what its own workloads call. */
function toPlain(volume: Cdk8sVolume): VolumeSpec {
  const specification = (volume as unknown as { _toKube(): k8s.Volume })._toKube();
  return k8s.toJson_Volume(specification) as VolumeSpec;
}

/** The object that a volume shows; one that is rendered counts as rendered all the same. */
function madeOf({ configMap, secret, persistentVolumeClaim: claim }: VolumeSource): Volume['external'] {
  if (configMap?.name) return { kind: 'ConfigMap', name: configMap.name };
  if (secret?.secretName) return { kind: 'Secret', name: secret.secretName };
  return claim && { kind: 'PersistentVolumeClaim', name: claim.claimName };
}
