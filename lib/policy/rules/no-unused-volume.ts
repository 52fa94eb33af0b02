import { mapsAt, textAt } from '../../manifest/fields';
import { containersOf, podsOf } from '../../manifest/pods';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** A volume of a pod should be mounted. */
export const noUnusedVolume: Rule = {
  id: 'no-unused-volume',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'A volume or claim template of a pod should be mounted by one of its containers.',
  why: 'The pod waits for it and nobody reads it; mostly the mount was forgotten.',
  remedy: 'mount it, or remove it',
  link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  check: (resources) =>
    podsOf(resources).flatMap((pod) => {
      const { resource, spec, path } = pod;
      const used = new Set(
        containersOf(pod).flatMap(({ container }) =>
          ['volumeMounts', 'volumeDevices'].flatMap((field) => mapsAt(container, field).map(({ name }) => name)),
        ),
      );
      const templates = mapsAt(resource.object, 'spec', 'volumeClaimTemplates');
      return [
        ...mapsAt(spec, 'volumes').map((volume) => {
          const name = textAt(volume, 'name');
          return [name, `${path}.volumes[${name}]`] as const;
        }),
        ...templates.map((claim) => {
          const name = textAt(claim, 'metadata', 'name');
          return [name, `spec.volumeClaimTemplates[${name}]`] as const;
        }),
      ]
        .filter(([name]) => name !== undefined && !used.has(name))
        .map(([name, place]) => ({ resource, path: place, message: `no container mounts '${name}'` }));
    }),
};
