import type { PlanRule } from '../rule';
import { isRejected, kindOf, newObject, oldObject } from './common/change';
import { expansionOf, growth, storageOf } from './common/claims';

/** A growth that is refused for sure is `claim-is-immutable`. */
export const claimGrows: PlanRule = {
  id: 'claim-grows',
  what: 'A bound claim grows, if its StorageClass lets it, and never shrinks again.',
  levels: ['warning', 'note'],
  why: 'The API server refuses the update of a claim whose StorageClass does not allow expansion.',
  link: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims',
  find: (change, whole) => {
    const [before, after] = [oldObject(change), newObject(change)];
    if (kindOf(change) !== '/PersistentVolumeClaim' || !before || !after || isRejected(change)) return [];
    if (growth(before, after) !== 'grown') return [];
    const expansion = expansionOf(after, whole);
    const sizes = `the volume grows ${storageOf(before)} → ${storageOf(after)}`;
    return [
      {
        severity: typeof expansion === 'string' ? 'warning' : 'note',
        path: 'spec.resources.requests.storage',
        message: typeof expansion === 'string' ? `${sizes}: ${expansion}` : `${sizes}, and can't shrink again`,
        remedy: 'have allowVolumeExpansion: true in the StorageClass; say --assume volume-expansion=true if it is so',
      },
    ];
  },
};
