import { flatMap } from './flat-map';
import { fieldAt, mapsAt, textAt, textsAt } from './fields';
import { ofKind } from './kinds';
import { oncePer } from './once-per';
import { containersOf, type DescribedContainer, type DescribedPod } from './pods';
import { nameOf, namespaceOf } from './references/reference';
import type { Resource } from './resource';

/** A volume of a pod that is a claim. */
export interface ClaimVolume {
  /** The name of the volume. */
  readonly name: string;
  /** How it may be mounted, such as `ReadWriteOnce`; empty for a claim that is not in the manifests. */
  readonly accessModes: readonly string[];
}

/** The volumes of a pod that are claims: those it names, those made for it, and those of its StatefulSet. */
export function claimVolumesOf(resources: readonly Resource[], pod: DescribedPod): readonly ClaimVolume[] {
  const volumes = flatMap(mapsAt(pod.spec, 'volumes'), (volume) => {
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    const template = fieldAt(volume, 'ephemeral', 'volumeClaimTemplate');
    if (claim === undefined && template === undefined) return [];
    const claimed = claim === undefined ? template : claimsOf(resources).get(`${namespaceOf(pod.resource)}/${claim}`);
    return [{ name: textAt(volume, 'name') ?? '', accessModes: textsAt(claimed, 'spec', 'accessModes') }];
  });
  const templates = templatesOf(pod.resource);
  return templates.length === 0 ? volumes : [...volumes, ...templates];
}

/** The containers that mount a volume and may write to it. */
export function writersOf(pod: DescribedPod, volume: string | undefined): readonly DescribedContainer[] {
  return containersOf(pod).filter(({ container }) =>
    mapsAt(container, 'volumeMounts').some(({ name, readOnly }) => name === volume && readOnly !== true),
  );
}

function templatesOf({ object }: Resource): readonly ClaimVolume[] {
  if (object.kind !== 'StatefulSet') return [];
  return mapsAt(object, 'spec', 'volumeClaimTemplates').map((template) => ({
    name: textAt(template, 'metadata', 'name') ?? '',
    accessModes: textsAt(template, 'spec', 'accessModes'),
  }));
}

const claimsOf = oncePer(
  (resources: readonly Resource[]): ReadonlyMap<string, unknown> =>
    new Map(
      ofKind(resources, 'PersistentVolumeClaim').map((resource) => [
        `${namespaceOf(resource)}/${nameOf(resource)}`,
        resource.object,
      ]),
    ),
);
