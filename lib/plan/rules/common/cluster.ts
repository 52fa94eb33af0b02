import { oncePer } from '../../../manifest/once-per';
import { type Resource, type ResourceId, resourceId } from '../../../manifest/resource';
import { fateOf } from '../../fate';
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
  return changesByName(changes).get(keyOf(resourceId(resource.object)));
}

/** The same for all spellings of an identity. */
export function keyOf({ group, kind, namespace, name }: ResourceId): string {
  return `${group}/${kind}/${namespace === 'default' ? '' : namespace}/${name}`;
}

/** The object of the same identity in a list. */
export function sameIn(resources: readonly Resource[], resource: Resource): Resource | undefined {
  return resourcesByName(resources).get(keyOf(resourceId(resource.object)));
}

const changesByName = oncePer((changes: readonly Change[]): ReadonlyMap<string, Change> => {
  const old = changes.flatMap((change) => (change.from ? [[keyOf(change.from), change] as const] : []));
  return new Map([...old, ...changes.map((change) => [keyOf(change.id), change] as const)]);
});

const resourcesByName = oncePer(
  (resources: readonly Resource[]): ReadonlyMap<string, Resource> =>
    new Map(resources.map((resource) => [keyOf(resourceId(resource.object)), resource])),
);
