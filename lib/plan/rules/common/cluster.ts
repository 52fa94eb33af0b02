import { oncePer } from '../../../manifest/once-per';
import { type Resource, resourceId } from '../../../manifest/resource';
import { fateOf } from '../../fate';
import { identityOf } from '../../identity';
import type { Change, Whole } from '../../rule';

/** Whether the cluster keeps an object that the manifests no longer have under its name. */
export function staysBehind({ action, from, before }: Change, { options }: Whole): boolean {
  return (
    action === 'orphan' || (from !== undefined && before !== undefined && fateOf(before.object, options.target).stays)
  );
}

/** What is in the cluster afterwards: the new manifests, and what nobody deletes. */
export const clusterAfter = oncePer((whole: Whole): readonly Resource[] => {
  const left = whole.changes.flatMap((change) => (staysBehind(change, whole) && change.before ? [change.before] : []));
  return left.length === 0 ? whole.after : [...whole.after, ...left];
});

/** The change of an object by the name that it has now, or had. */
export function changeOf({ changes }: Whole, resource: Resource): Change | undefined {
  return changesByName(changes).get(identityOf(resourceId(resource.object)));
}

/** The object of the same identity in a list. */
export function sameIn(resources: readonly Resource[], resource: Resource): Resource | undefined {
  return resourcesByName(resources).get(identityOf(resourceId(resource.object)));
}

const changesByName = oncePer((changes: readonly Change[]): ReadonlyMap<string, Change> => {
  const old = changes.flatMap((change) => (change.from ? [[identityOf(change.from), change] as const] : []));
  return new Map([...old, ...changes.map((change) => [identityOf(change.id), change] as const)]);
});

const resourcesByName = oncePer(
  (resources: readonly Resource[]): ReadonlyMap<string, Resource> =>
    new Map(resources.map((resource) => [identityOf(resourceId(resource.object)), resource])),
);
