import { fieldAt } from '../../manifest/fields';
import type { Update } from './update';

/**
 * Whether the class of a bound claim lets it grow. A class that is not among the manifests is asked for.
 * https://github.com/kubernetes/kubernetes/blob/master/plugin/pkg/admission/storage/persistentvolume/resize/admission.go
 */
export function growthIsAllowed(update: Update): boolean {
  const name = update.new('spec', 'storageClassName');
  if (name === '') return false;
  const { find, assume } = update.circumstances;
  const found = typeof name === 'string' ? find('StorageClass', name) : undefined;
  if (found) return fieldAt(found, 'allowVolumeExpansion') === true;
  if (assume.volumeExpansion !== undefined) return assume.volumeExpansion;
  update.doubt(`whether ${typeof name === 'string' ? `StorageClass ${name}` : 'its StorageClass'} allows expansion`);
  return true;
}
