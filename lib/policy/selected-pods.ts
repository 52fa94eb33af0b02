import { describeSelector, type Selector, selectsAll } from '../manifest/references/label-selector';
import { namespaceOf } from '../manifest/references/reference';
import { ResourceIndex } from '../manifest/references/resource-index';
import { type SelectorReference, selectors } from '../manifest/references/selectors';
import type { Resource } from '../manifest/resource';
import { meansOthers } from './operators';
import type { Violation } from './rule';

/** Objects of a kind that select no pod, though they ask for labels. */
export function selectingNoPod(
  kind: string,
  role: SelectorReference['role'],
  resources: readonly Resource[],
): readonly Violation[] {
  const index = ResourceIndex.of(resources);
  return index.ofKind(kind).flatMap((resource) =>
    selectors(resource)
      .filter((reference) => reference.role === role && !selectsAll(reference.selector))
      .filter(({ selector }) => selectsNone(namespaceOf(resource), selector, index))
      .map(({ path, selector }) => ({ resource, path, message: `no pod has ${describeSelector(selector)}` })),
  );
}

/** Whether a selector selects no pod, and can't mean those that no manifest shows. */
export function selectsNone(namespace: string, selector: Selector, index: ResourceIndex): boolean {
  return !index.selectsPods(namespace, selector) && !meansOthers(namespace, selector, index);
}
