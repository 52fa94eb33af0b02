import { isAtLeast } from '../version';
import type { Checks } from './check';
import type { Field, StructureRule } from './field';
import { positiveQuantity } from './resources';

/** Claims of storage, by themselves and in templates; those of StatefulSets are judged from Kubernetes 1.36 on. */
export const STORAGE_CHECKS: Checks = {
  'core.v1.PersistentVolumeClaimSpec': (claim, { version }) => {
    const ofStatefulSet = claim.parent?.parent?.step === 'volumeClaimTemplates';
    const rule = ofStatefulSet ? 'complete-claim-template' : undefined;
    const mayMiss = ofStatefulSet && !isAtLeast(version, '1.36');
    checkModes(claim.get('accessModes'), mayMiss, rule);
    checkSize(claim.at('resources', 'requests', 'storage'), mayMiss, rule);
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

/** What a volume of one sort needs, and one of another must not have. */
function checkSource(volume: Field): void {
  const [attributes, nodes] = [volume.get('volumeAttributesClassName'), volume.at('nodeAffinity', 'required')];
  if (attributes.text === '') attributes.refuse('valid-object', 'must not be empty');
  if (attributes.present && !volume.has('csi')) attributes.refuse('valid-object', 'must not be set without csi');
  if (volume.has('local') && nodes.missing) nodes.refuse('valid-object', 'is required for a local volume');
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
