import { isAtLeast } from '../version';
import { type Checks, obey, sourcesOf } from './check';
import type { Field, StructureRule } from './field';
import { notUpwards } from './paths';
import { positiveQuantity } from './resources';
import { dnsLabel } from './syntax';

/** The fields of a PersistentVolume that say where its files are. */
const SOURCES: ReadonlySet<string> = new Set([
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'csi',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'glusterfs',
  'hostPath',
  'iscsi',
  'local',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
]);

/** Claims of storage, by themselves and in templates; those of StatefulSets are judged from Kubernetes 1.34 on. */
export const STORAGE_CHECKS: Checks = {
  'core.v1.PersistentVolumeClaimSpec': (claim, { version }) => {
    const ofStatefulSet = claim.parent?.parent?.step === 'volumeClaimTemplates';
    const rule = ofStatefulSet ? 'complete-claim-template' : undefined;
    const mayMiss = ofStatefulSet && !isAtLeast(version, '1.34');
    if (ofStatefulSet && !mayMiss) checkTemplateName(claim.parent!.at('metadata', 'name'));
    checkModes(claim.get('accessModes'), mayMiss, rule);
    checkSize(claim.at('resources', 'requests', 'storage'), mayMiss, rule);
    if (claim.has('dataSourceRef')) checkData(claim.get('dataSource'), claim.get('dataSourceRef'));
  },
  'core.v1.PersistentVolumeSpec': (volume) => {
    checkModes(volume.get('accessModes'));
    checkSize(volume.at('capacity', 'storage'));
    for (const other of volume.get('capacity').entries()) {
      if (other.step !== 'storage') other.refuse('valid-names', `is no resource that a volume has: ${other.step}`);
    }
    checkSource(volume);
  },
};

/** The volume of a pod is named after the template. */
function checkTemplateName(name: Field): void {
  if (name.empty) name.refuse('complete-claim-template', 'is required');
  else obey(name, dnsLabel);
}

/** The older field is a copy of the newer one. */
function checkData(source: Field, reference: Field): void {
  if (reference.get('apiGroup').empty && reference.textOf('kind') !== 'PersistentVolumeClaim')
    reference.get('kind').refuse('valid-object', 'must be PersistentVolumeClaim without an apiGroup');
  if (source.missing || reference.has('namespace')) return;
  const differs = ['apiGroup', 'kind', 'name'].some(
    (name) => (source.textOf(name) || '') !== (reference.textOf(name) || ''),
  );
  if (differs) source.refuse('valid-object', 'must be the same as dataSourceRef');
}

/** What a volume of one sort needs, and one of another must not have. */
function checkSource(volume: Field): void {
  const [attributes, nodes] = [volume.get('volumeAttributesClassName'), volume.at('nodeAffinity', 'required')];
  if (attributes.text === '') attributes.refuse('valid-object', 'must not be empty');
  if (attributes.present && !volume.has('csi')) attributes.refuse('valid-object', 'must not be set without csi');
  if (volume.has('local') && nodes.missing) nodes.refuse('valid-object', 'is required for a local volume');
  notUpwards(volume.at('local', 'path'));
  if (sourcesOf(volume, SOURCES).length === 0) volume.refuse('valid-object', 'needs a source');
  if (
    volume.textOf('persistentVolumeReclaimPolicy') === 'Recycle' &&
    /^\/+$/.test(volume.at('hostPath', 'path').text ?? '')
  )
    volume.get('persistentVolumeReclaimPolicy').refuse('valid-object', 'must not be Recycle for the hostPath "/"');
}

function checkSize(size: Field, mayMiss = false, rule: StructureRule = 'valid-quantities'): void {
  if (size.present) positiveQuantity(size);
  else if (!mayMiss) size.refuse(rule, 'is required');
}

function checkModes(modes: Field, mayMiss = false, rule: StructureRule = 'valid-object'): void {
  if (modes.empty && !mayMiss) modes.refuse(rule, 'is required');
  if (modes.list.length > 1 && modes.list.includes('ReadWriteOncePod')) {
    modes.refuse('valid-object', 'must not have ReadWriteOncePod beside other modes');
  }
}
