import { type Resource, resourceId } from '../manifest/resource';
import { fateOf } from './fate';
import type { PlanOptions } from './options';
import type { Change } from './rule';

/** What becomes of an object that the manifests no longer have: it stays, or who applies them deletes it. */
export function removalOf(before: Resource, { target }: PlanOptions): Change {
  const { stays, why = '' } = fateOf(before.object, target);
  return {
    id: resourceId(before.object),
    action: stays ? 'orphan' : 'delete',
    reason: `no longer in the manifests${why}`,
    fields: [],
    before,
    storedBefore: before.object,
    objections: [],
    ignored: [],
  };
}
