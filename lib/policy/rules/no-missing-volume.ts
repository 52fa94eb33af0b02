import { flatMap } from '../../manifest/flat-map';
import { mapsAt, textAt } from '../../manifest/fields';
import { containersOf } from '../../manifest/pods';
import { checkEachPod } from '../each-pod';
import { ERROR, type Rule } from '../rule';
import { volumeNamesOf } from '../volume-names';

const FIELDS = ['volumeMounts', 'volumeDevices'];

/** A volume that a container mounts must be one of the pod. */
export const noMissingVolume: Rule = {
  id: 'no-missing-volume',
  severity: ERROR,
  group: 'references',
  what: 'A volume that a container mounts must be a volume or a claim template of its pod.',
  why: 'The API server refuses the pod.',
  remedy: 'add the volume to the pod, or correct the name',
  link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  ...checkEachPod((pod) => {
    const { resource } = pod;
    const known = volumeNamesOf(pod);
    return flatMap(containersOf(pod), ({ container, path, name }) =>
      flatMap(FIELDS, (field) =>
        flatMap(mapsAt(container, field), (mount, at) => {
          const volume = textAt(mount, 'name');
          if (volume === undefined || known.has(volume)) return [];
          const place = `${path}.${field}[${textAt(mount, 'mountPath') ?? textAt(mount, 'devicePath') ?? at}].name`;
          return [{ resource, container: name, path: place, message: `the pod has no volume '${volume}'` }];
        }),
      ),
    );
  }),
};
