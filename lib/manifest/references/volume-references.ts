import { type Fields, fieldAt, mapsAt, textAt, valueAt } from '../fields';
import { flatMap } from '../flat-map';
import { containersOf, type DescribedPod } from '../pods';
import { type Located, located, namespaceOf, type Reference, refer } from './reference';

/** What the volumes of a pod are filled from. A claim template takes the place of a volume with its name. */
export function volumeReferences(pod: DescribedPod): readonly Reference[] {
  const templates = mapsAt(pod.resource.object, 'spec', 'volumeClaimTemplates');
  const replaced = new Set(templates.map((template) => fieldAt(template, 'metadata', 'name')));
  const namespace = namespaceOf(pod.resource);
  return flatMap(mapsAt(pod.spec, 'volumes'), (volume, index) => {
    if (replaced.has(volume.name)) return NONE;
    return flatMap(Object.keys(volume), (field) => {
      const referencesOf = SOURCES.get(field);
      if (!referencesOf) return NONE;
      const path = `${pod.path}.volumes[${textAt(volume, 'name') ?? index}].${field}`;
      return referencesOf({ volume, source: volume[field], path, namespace, pod });
    });
  });
}

const NONE: readonly never[] = [];

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
  return flatMap(mapsAt(source, 'sources'), (each, index) => {
    const place = `${path}.sources[${index}]`;
    const config = { ...rest, source: fieldAt(each, 'configMap'), path: `${place}.configMap` };
    const secret = { ...rest, source: fieldAt(each, 'secret'), path: `${place}.secret` };
    return filled('ConfigMap', 'name', config).concat(filled('Secret', 'name', secret));
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
  const secret = fieldAt(source, 'nodePublishSecretRef', 'name');
  return refer('Secret', secret, `${path}.nodePublishSecretRef.name`, { namespace }).concat(
    refer('SecretProviderClass', provider, `${path}.volumeAttributes.secretProviderClass`, { namespace }),
  );
}

function filled(
  kind: 'ConfigMap' | 'Secret',
  nameField: string,
  { source, path, namespace }: Source,
  subPaths: () => readonly Located<string>[] = () => NONE,
): readonly Reference[] {
  const items = mapsAt(source, 'items');
  const keys = flatMap(items, (item, index) => located(item.key, `${path}.items[${textAt(item, 'key') ?? index}].key`));
  return refer(kind, fieldAt(source, nameField), `${path}.${nameField}`, {
    namespace,
    optional: fieldAt(source, 'optional') === true,
    keys: items.length > 0 ? keys : subPaths(),
  });
}

/** A `subPath` of a volume with all keys is the name of a file, thus a key. */
function subPathKeys({ volume, pod }: Source): readonly Located<string>[] {
  return flatMap(containersOf(pod), ({ container, path }) =>
    flatMap(mapsAt(container, 'volumeMounts'), (mount) => {
      if (mount.name !== volume.name || textAt(mount, 'subPath')?.includes('/')) return NONE;
      return located(mount.subPath, `${path}.volumeMounts[${textAt(mount, 'mountPath') ?? ''}].subPath`);
    }),
  );
}
