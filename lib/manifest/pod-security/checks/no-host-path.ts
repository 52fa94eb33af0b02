import { flatMap } from '../../flat-map';
import { fieldAt, mapsAt, show } from '../../fields';
import { volumePath } from '../volume';
import type { PodSecurityCheck } from '../check';

/** HostPath Volumes. */
export const hostPath: PodSecurityCheck = {
  id: 'no-host-path',
  level: 'baseline',
  evaluate: (pod) =>
    flatMap(mapsAt(pod.spec, 'volumes'), (volume, index) => {
      if (fieldAt(volume, 'hostPath') === undefined) return [];
      const path = volumePath(pod, volume, index);
      return [
        {
          path: `${path}.hostPath`,
          message: `the pod mounts ${show(fieldAt(volume, 'hostPath', 'path') ?? 'a path')} of the node`,
        },
      ];
    }),
};
