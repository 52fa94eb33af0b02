import { limitOf } from '../../manifest/container-resources';
import { flatMap } from '../../manifest/flat-map';
import { type Fields, fieldAt, mapsAt, show } from '../../manifest/fields';
import { volumePath } from '../../manifest/pod-security/volume';
import { containersOf, type DescribedPod } from '../../manifest/pods';
import type { Resource } from '../../manifest/resource';
import { checkEachPod } from '../each-pod';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** Says nothing where the limits of the containers bound the volume too. */
export const limitEmptyDir: Rule = {
  id: 'limit-empty-dir',
  severity: PRODUCTION_WARNING,
  group: 'resources',
  what: 'An emptyDir must have a limit.',
  why: 'It is on the disk of the node, or in its memory: when that is full, every pod there is evicted.',
  remedy: 'set emptyDir.sizeLimit',
  link: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  ...checkEachPod((pod, resources) =>
    flatMap(mapsAt(pod.spec, 'volumes'), (volume, index) => {
      const directory = fieldAt(volume, 'emptyDir');
      if (directory === undefined || fieldAt(directory, 'sizeLimit') !== undefined) return [];
      if (isBounded(resources, pod, volume)) return [];
      const path = `${volumePath(pod, volume, index)}.emptyDir.sizeLimit`;
      return [{ resource: pod.resource, path, message: `the emptyDir ${show(volume.name)} has no limit` }];
    }),
  ),
};

function isBounded(resources: readonly Resource[], pod: DescribedPod, volume: Fields): boolean {
  const name = fieldAt(volume, 'emptyDir', 'medium') === 'Memory' ? 'memory' : 'ephemeral-storage';
  return containersOf(pod).every(
    (described) => described.initial || described.ephemeral || limitOf(resources, pod, described, name) !== undefined,
  );
}
