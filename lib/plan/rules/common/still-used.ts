import { oncePer } from '../../../manifest/once-per';
import { selectsAll } from '../../../manifest/references/label-selector';
import { namespaceOf } from '../../../manifest/references/reference';
import { type MadeReference, ResourceIndex } from '../../../manifest/references/resource-index';
import { selectors } from '../../../manifest/references/selectors';
import { wellKnown } from '../../../manifest/references/well-known';
import { podOf } from '../../../manifest/pods';
import { type Resource, resourceId } from '../../../manifest/resource';
import type { Change, Whole } from '../../rule';
import { instancesOf } from './definitions';

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
  const { before } = change;
  if (before === undefined) return false;
  return usersOf(change, whole).length > 0 || servedByOld(whole).has(before) || hasContents(before, whole);
}

/** Whether the new manifests have objects that go with a namespace, or with a definition. */
function hasContents(before: Resource, { after }: Whole): boolean {
  const { kind, metadata } = before.object;
  if (kind === 'Namespace') return after.some((resource) => namespaceOf(resource) === metadata.name);
  return kind === 'CustomResourceDefinition' && instancesOf(before, after).length > 0;
}

/** The Services of the new manifests that send to the pods of a workload, by name. */
export function servicesOf(workload: Resource, { after }: Whole): readonly string[] {
  const pod = podOf(workload);
  if (!pod) return [];
  const index = ResourceIndex.of([workload]);
  return ResourceIndex.of(after)
    .ofKind('Service')
    .filter((service) =>
      selectors(service).some(
        ({ role, selector }) =>
          role === 'service' && !selectsAll(selector) && index.selectsPods(namespaceOf(service), selector),
      ),
    )
    .map(({ object }) => object.metadata.name);
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
