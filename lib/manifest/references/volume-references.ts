import { type Fields, fieldAt, mapsAt, textAt, valueAt } from '../fields';
import { containersOf, type DescribedPod } from '../pods';
import { type Located, located, namespaceOf, type Reference, refer } from './reference';

/** What the volumes of a pod are filled from. A claim template takes the place of a volume with its name. */
export function volumeReferences(pod: DescribedPod): readonly Reference[] {
  const templates = mapsAt(pod.resource.object, 'spec', 'volumeClaimTemplates');
  const replaced = new Set(templates.map((template) => fieldAt(template, 'metadata', 'name')));
  const namespace = namespaceOf(pod.resource);
  return mapsAt(pod.spec, 'volumes').flatMap((volume, index) => {
    if (replaced.has(volume.name)) return [];
    const path = `${pod.path}.volumes[${textAt(volume, 'name') ?? index}]`;
    return Object.keys(volume).flatMap(
      (field) =>
        SOURCES.get(field)?.({ volume, source: volume[field], path: `${path}.${field}`, namespace, pod }) ?? [],
    );
  });
}

interface Source {
  readonly volume: Fields;
  /** What is below the field of the volume. */
  readonly source: unknown;
  readonly path: string;
  readonly namespace: string;
  readonly pod: DescribedPod;
}

/** What each kind of volume refers to. */
const SOURCES: ReadonlyMap<string, (source: Source) => readonly Reference[]> = new Map([
  ['configMap', (source: Source) => filled('ConfigMap', 'name', source, () => subPathKeys(source))],
  ['secret', (source: Source) => filled('Secret', 'secretName', source, () => subPathKeys(source))],
  ['projected', projected],
  ['persistentVolumeClaim', claim],
  ['ephemeral', ephemeral],
  ['csi', driver],
]);

function projected({ source, path, ...rest }: Source): readonly Reference[] {
  return mapsAt(source, 'sources').flatMap((each, index) => {
    const place = `${path}.sources[${index}]`;
    return [
      ...filled('ConfigMap', 'name', { ...rest, source: fieldAt(each, 'configMap'), path: `${place}.configMap` }),
      ...filled('Secret', 'name', { ...rest, source: fieldAt(each, 'secret'), path: `${place}.secret` }),
    ];
  });
}

function claim({ source, path, namespace }: Source): readonly Reference[] {
  return refer('PersistentVolumeClaim', fieldAt(source, 'claimName'), `${path}.claimName`, { namespace });
}

function ephemeral({ source, path }: Source): readonly Reference[] {
  const steps = ['volumeClaimTemplate', 'spec', 'storageClassName'];
  return refer('StorageClass', valueAt(source, steps), `${path}.${steps.join('.')}`);
}

function driver({ source, path, namespace }: Source): readonly Reference[] {
  const provider = fieldAt(source, 'volumeAttributes', 'secretProviderClass');
  return [
    ...refer('Secret', fieldAt(source, 'nodePublishSecretRef', 'name'), `${path}.nodePublishSecretRef.name`, {
      namespace,
    }),
    ...refer('SecretProviderClass', provider, `${path}.volumeAttributes.secretProviderClass`, { namespace }),
  ];
}

function filled(
  kind: 'ConfigMap' | 'Secret',
  nameField: string,
  { source, path, namespace }: Source,
  subPaths: () => readonly Located<string>[] = () => [],
): readonly Reference[] {
  const items = mapsAt(source, 'items');
  const keys = items.flatMap((item, index) => located(item.key, `${path}.items[${textAt(item, 'key') ?? index}].key`));
  return refer(kind, fieldAt(source, nameField), `${path}.${nameField}`, {
    namespace,
    optional: fieldAt(source, 'optional') === true,
    keys: items.length > 0 ? keys : subPaths(),
  });
}

/** A `subPath` of a volume with all keys is the name of a file, thus a key. */
function subPathKeys({ volume, pod }: Source): readonly Located<string>[] {
  return containersOf(pod).flatMap(({ container, path }) =>
    mapsAt(container, 'volumeMounts')
      .filter((mount) => mount.name === volume.name && mount.subPath && !textAt(mount, 'subPath')?.includes('/'))
      .flatMap((mount) => located(mount.subPath, `${path}.volumeMounts[${textAt(mount, 'mountPath') ?? ''}].subPath`)),
  );
}
