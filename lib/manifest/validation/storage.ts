import type { Checks } from './check';
import type { Field } from './field';
import { positiveQuantity } from './resources';

/** Claims of storage, by themselves and in templates. */
export const STORAGE_CHECKS: Checks = {
  'core.v1.PersistentVolumeClaimSpec': (claim) => {
    checkModes(claim.get('accessModes'));
    const size = claim.at('resources', 'requests', 'storage');
    if (size.missing) size.refuse('valid-quantities', 'is required');
    else positiveQuantity(size);
  },
  'core.v1.PersistentVolumeSpec': (volume) => {
    checkModes(volume.get('accessModes'));
    const size = volume.at('capacity', 'storage');
    if (size.missing) size.refuse('valid-quantities', 'is required');
    else positiveQuantity(size);
  },
};

function checkModes(modes: Field): void {
  if (modes.empty) modes.refuse('valid-object', 'is required');
  if (modes.list.length > 1 && modes.list.includes('ReadWriteOncePod')) {
    modes.refuse('valid-object', 'must not have ReadWriteOncePod beside other modes');
  }
}
