import { mapsAt, textAt } from '../../manifest/fields';
import { containersOf, type DescribedPod } from '../../manifest/pods';
import { checkEachPod } from '../each-pod';
import { PRODUCTION_WARNING, type Rule } from '../rule';
import { volumeNamesOf } from '../volume-names';

/** Says nothing of a pod that mounts what is not there: mostly the mount of the unused volume is misspelt. */
export const noUnusedVolume: Rule = {
  id: 'no-unused-volume',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'A volume or claim template of a pod should be mounted by one of its containers.',
  why: 'The pod waits for it and nobody reads it; mostly the mount was forgotten.',
  remedy: 'mount it, or remove it',
  link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  ...checkEachPod((pod) => {
    const { resource, spec, path } = pod;
    const known = volumeNamesOf(pod);
    const used = mountedIn(pod);
    const isUnused = (name: unknown) => name !== undefined && !used.has(name);
    if (![...known].some(isUnused) || [...used].some((name) => !known.has(name))) return [];
    const volumes = mapsAt(spec, 'volumes').map((volume) => textAt(volume, 'name'));
    const claims = mapsAt(resource.object, 'spec', 'volumeClaimTemplates').map((claim) =>
      textAt(claim, 'metadata', 'name'),
    );
    return [
      ...volumes.filter(isUnused).map((name) => [name, `${path}.volumes[${name}]`]),
      ...claims.filter(isUnused).map((name) => [name, `spec.volumeClaimTemplates[${name}]`]),
    ].map(([name, place]) => ({ resource, path: place, message: `no container mounts '${name}'` }));
  }),
};

function mountedIn(pod: DescribedPod): ReadonlySet<unknown> {
  const mounted = new Set<unknown>();
  for (const { container } of containersOf(pod)) {
    for (const { name } of mapsAt(container, 'volumeMounts')) mounted.add(name);
    for (const { name } of mapsAt(container, 'volumeDevices')) mounted.add(name);
  }
  return mounted;
}
