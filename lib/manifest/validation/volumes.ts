import { isAtLeast } from '../version';
import { type Checks, exactlyOne, forbid, need, obey, sourcesOf } from './check';
import type { Field } from './field';
import { notUpwards, relativePath } from './paths';
import { configKey } from './syntax';

/** The fields of a volume that say where its files come from: all but its name. */
const SOURCES: ReadonlySet<string> = new Set([
  'emptyDir',
  'configMap',
  'secret',
  'persistentVolumeClaim',
  'projected',
  'downwardAPI',
  'hostPath',
  'csi',
  'ephemeral',
  'image',
  'nfs',
  'iscsi',
  'fc',
  'flexVolume',
  'cephfs',
  'cinder',
  'rbd',
  'glusterfs',
  'gitRepo',
  'flocker',
  'quobyte',
  'scaleIO',
  'storageos',
  'portworxVolume',
  'photonPersistentDisk',
  'vsphereVolume',
  'azureDisk',
  'azureFile',
  'gcePersistentDisk',
  'awsElasticBlockStore',
]);
const PROJECTED: ReadonlySet<string> = new Set([
  'secret',
  'configMap',
  'downwardAPI',
  'serviceAccountToken',
  'clusterTrustBundle',
  'podCertificate',
]);

/** The volumes of pods. */
export const VOLUME_CHECKS: Checks = {
  'core.v1.Volume': (volume) => sourcesOf(volume, SOURCES),
  'core.v1.ConfigMapVolumeSource': (source) => need(source.get('name')),
  'core.v1.SecretVolumeSource': (source) => need(source.get('secretName')),
  'core.v1.ConfigMapProjection': (source) => need(source.get('name')),
  'core.v1.SecretProjection': (source) => need(source.get('name')),
  'core.v1.VolumeProjection': (source) => sourcesOf(source, PROJECTED),
  'core.v1.ProjectedVolumeSource': checkProjectedPaths,
  'core.v1.KeyToPath': (item) => {
    obey(item.get('key'), configKey);
    relativePath(item.get('path'));
  },
  'core.v1.DownwardAPIVolumeFile': (file) => {
    relativePath(file.get('path'));
    exactlyOne(file, ['fieldRef', 'resourceFieldRef'], 'a source');
    if (file.has('resourceFieldRef')) need(file.at('resourceFieldRef', 'containerName'));
  },
  'core.v1.ServiceAccountTokenProjection': (token) => relativePath(token.get('path')),
  'core.v1.HostPathVolumeSource': (source) => notUpwards(source.get('path')),
  'core.v1.NFSVolumeSource': (source) => {
    const path = source.get('path');
    if (path.text && !path.text.startsWith('/')) path.refuse('valid-object', `must begin with "/": ${path.text}`);
  },
  'core.v1.CSIVolumeSource': (source) => {
    const secret = source.get('nodePublishSecretRef');
    if (secret.present) need(secret.get('name'));
  },
  'core.v1.EphemeralVolumeSource': (source) => {
    need(source.get('volumeClaimTemplate'));
    const metadata = source.at('volumeClaimTemplate', 'metadata');
    for (const name of ['name', 'generateName', 'namespace'])
      if (!metadata.get(name).empty) forbid(metadata.get(name), 'in a template of a volume');
  },
  'core.v1.ImageVolumeSource': (source, { kind, version }) => {
    if (kind === 'Pod' || isAtLeast(version, '1.37')) need(source.get('reference'));
  },
  'core.v1.ClusterTrustBundleProjection': (bundle) => {
    exactlyOne(bundle, ['name', 'signerName'], 'a bundle');
    relativePath(bundle.get('path'));
  },
};

function checkProjectedPaths(projected: Field): void {
  const seen = new Set<string>();
  for (const source of projected.get('sources').items()) {
    const items = ['secret', 'configMap', 'downwardAPI'].flatMap((name) => source.at(name, 'items').items());
    for (const place of [...items, source.get('serviceAccountToken')].map((item) => item.get('path'))) {
      if (place.text && seen.has(place.text)) place.refuse('no-duplicates', `is there twice: ${place.text}`);
      if (place.text) seen.add(place.text);
    }
  }
}
