import { writersOf } from '../../manifest/claims';
import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { flatMap } from '../../manifest/flat-map';
import { containersOf, type DescribedPod } from '../../manifest/pods';
import { checkEachPod } from '../each-pod';
import { ERROR, type Rule, type Violation } from '../rule';

/** Of the containers that share an empty folder, one must be able to write to it. */
export const sharedVolumeHasWriter: Rule = {
  id: 'shared-volume-has-writer',
  severity: ERROR,
  group: 'references',
  what: 'Of the containers that share an emptyDir, at least one must mount it for writing.',
  why: 'The folder stays empty: a sidecar that reads logs from it never sees one, and who writes them fails.',
  remedy: 'remove readOnly from the mount of the container that writes',
  link: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  ...checkEachPod(withoutWriter),
};

function withoutWriter(pod: DescribedPod): readonly Violation[] {
  return flatMap(mapsAt(pod.spec, 'volumes'), (volume) => {
    if (fieldAt(volume, 'emptyDir') === undefined) return [];
    const name = textAt(volume, 'name');
    if (writersOf(pod, name).length > 0) return [];
    const users = containersOf(pod).filter(({ container }) =>
      mapsAt(container, 'volumeMounts').some((mount) => mount.name === name),
    );
    const readers = [...new Set(users.map((user) => user.name))];
    if (readers.length < 2) return [];
    const path = `${pod.path}.volumes[${name}]`;
    return [{ resource: pod.resource, path, message: `${readers.join(' and ')} only read it, and nobody writes` }];
  });
}
