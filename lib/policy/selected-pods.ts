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
  const violations: Violation[] = [];
  for (const resource of index.ofKind(kind)) {
    for (const { path, selector, role: own } of selectors(resource)) {
      if (own !== role || selectsAll(selector)) continue;
      if (!selectsNone(namespaceOf(resource), selector, index)) continue;
      violations.push({ resource, path, message: `no pod has ${describeSelector(selector)}` });
    }
  }
  return violations;
}

/** Whether a selector selects no pod, and can't mean those that no manifest shows. */
export function selectsNone(namespace: string, selector: Selector, index: ResourceIndex): boolean {
  return !index.selectsPods(namespace, selector) && !meansOthers(namespace, selector, index);
}
