import { oncePer } from '../../../manifest/once-per';
import { selectsAll } from '../../../manifest/references/label-selector';
import { namespaceOf } from '../../../manifest/references/reference';
import { type MadeReference, ResourceIndex } from '../../../manifest/references/resource-index';
import { selectors } from '../../../manifest/references/selectors';
import { wellKnown } from '../../../manifest/references/well-known';
import { type Resource, resourceId } from '../../../manifest/resource';
import type { Change, Whole } from '../../rule';

/** What the new manifests still refer to under a name that they no longer have, and do not do without. */
export function usersOf({ before, after, from }: Change, whole: Whole): readonly MadeReference[] {
  if (!before || (after && !from)) return [];
  const { kind, group, namespace, name } = resourceId(before.object);
  const index = ResourceIndex.of(whole.after);
  return index
    .referencesTo(kind)
    .filter((each) => each.name === name && (each.group ?? group) === group && sameNamespace(each.namespace, namespace))
    .filter((each) => !each.optional && !index.find(each) && !wellKnown(each));
}

/** Whether something of the new manifests needs what they no longer have under its name, so that it must not be deleted. */
export function isStillUsed(change: Change, whole: Whole): boolean {
  return usersOf(change, whole).length > 0 || (change.before !== undefined && servedByOld(whole).has(change.before));
}

/** Whether two namespaces are the same; none is the one that kubectl uses by default. */
export function sameNamespace(one: string, other: string): boolean {
  return one === other || [one, other].every((name) => name === '' || name === 'default');
}

/** The old workloads whose pods a Service of the new manifests selects, and no others. */
const servedByOld = oncePer(({ before, after }: Whole): ReadonlySet<Resource> => {
  const [old, young] = [ResourceIndex.of(before), ResourceIndex.of(after)];
  const pods = after.flatMap((resource) =>
    selectors(resource).flatMap(({ role, selector }) =>
      role === 'service' && !selectsAll(selector) && !young.selectsPods(namespaceOf(resource), selector)
        ? old.selectPods(namespaceOf(resource), selector)
        : [],
    ),
  );
  return new Set(pods.map(({ resource }) => resource));
});
