import { claimVolumesOf } from '../../manifest/claims';
import { fieldAt, mapsAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { type DescribedPod } from '../../manifest/pods';
import { checkEachPod } from '../each-pod';
import { type Rule, WARNING } from '../rule';

/** Judges claims that are in the manifests; how others may be mounted is not known. */
export const noSurgeWithSingleClaim: Rule = {
  id: 'no-surge-with-single-claim',
  severity: WARNING,
  group: 'reliability',
  what: 'A Deployment with a claim that only one node may mount must end its pod before it starts a new one.',
  why: 'The new pod may be put on another node, and waits there for a volume that the old one does not let go.',
  remedy: 'set the strategy to Recreate, or use a StatefulSet',
  link: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  ...checkEachPod((pod, resources) => {
    const { resource } = pod;
    if (resource.object.kind !== 'Deployment' || startsOnlyAfter(resource.object)) return [];
    const named = namedClaims(pod);
    if (named.size === 0) return [];
    const claim = claimVolumesOf(resources, pod).find(
      ({ name, accessModes }) => named.has(name) && accessModes.length > 0 && accessModes.every(isSingle),
    );
    if (!claim) return [];
    const message = `a new pod starts while the old one has the claim ${claim.name}, which is ${claim.accessModes[0]}`;
    return [{ resource, path: 'spec.strategy', message }];
  }),
};

/** A claim that is made for each pod is not shared by the old one and the new one. */
function namedClaims({ spec }: DescribedPod): ReadonlySet<unknown> {
  const claims = mapsAt(spec, 'volumes').filter((volume) => fieldAt(volume, 'persistentVolumeClaim') !== undefined);
  return new Set(claims.map(({ name }) => name));
}

function startsOnlyAfter(deployment: KubernetesObject): boolean {
  const surge = fieldAt(deployment, 'spec', 'strategy', 'rollingUpdate', 'maxSurge');
  return fieldAt(deployment, 'spec', 'strategy', 'type') === 'Recreate' || surge === 0 || surge === '0%';
}

function isSingle(mode: string): boolean {
  return mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod';
}
