import { flatMap } from '../../flat-map';
import { mapsAt } from '../../fields';
import type { PodSecurityCheck } from '../check';
import { volumePath } from '../volume';

const ALLOWED: ReadonlySet<string> = new Set([
  'name',
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/** Volume Types; a hostPath is left to `no-host-path`. A volume without a type becomes an emptyDir. */
export const volumeTypes: PodSecurityCheck = {
  id: 'restricted-volume-types',
  level: 'restricted',
  evaluate: (pod) =>
    flatMap(mapsAt(pod.spec, 'volumes'), (volume, index) =>
      Object.keys(volume)
        .filter((type) => !ALLOWED.has(type) && type !== 'hostPath' && volume[type] != null)
        .map((type) => ({
          path: `${volumePath(pod, volume, index)}.${type}`,
          message: `the volume is of type ${type}`,
        })),
    ),
};
