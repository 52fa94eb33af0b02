import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { containersOf, type DescribedPod, podsOf } from '../../manifest/pods';
import { ERROR, type Rule } from '../rule';

/** Of the containers that share an empty folder, one must be able to write to it. */
export const sharedVolumeHasWriter: Rule = {
  id: 'shared-volume-has-writer',
  severity: ERROR,
  group: 'references',
  what: 'Of the containers that share an emptyDir, at least one must mount it for writing.',
  why: 'The folder stays empty: a sidecar that reads logs from it never sees one, and who writes them fails.',
  remedy: 'remove readOnly from the mount of the container that writes',
  link: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  check: (resources) => podsOf(resources).flatMap((pod) => withoutWriter(pod)),
};

function withoutWriter(pod: DescribedPod) {
  const volumes = mapsAt(pod.spec, 'volumes').filter((volume) => fieldAt(volume, 'emptyDir') !== undefined);
  if (volumes.length === 0) return [];
  const mounts = containersOf(pod).flatMap(({ container, name }) =>
    mapsAt(container, 'volumeMounts').map((mount) => ({ mount, container: name })),
  );
  return volumes.flatMap((volume) => {
    const name = textAt(volume, 'name');
    const users = mounts.filter(({ mount }) => mount.name === name);
    const readers = [...new Set(users.map(({ container }) => container))];
    if (readers.length < 2 || users.some(({ mount }) => mount.readOnly !== true)) return [];
    const path = `${pod.path}.volumes[${name}]`;
    return [{ resource: pod.resource, path, message: `${readers.join(' and ')} only read it, and nobody writes` }];
  });
}
