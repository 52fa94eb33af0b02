import type { Selector } from '../../../manifest/references/label-selector';
import { namespaceOf } from '../../../manifest/references/reference';
import { ResourceIndex } from '../../../manifest/references/resource-index';
import type { Resource } from '../../../manifest/resource';

/** What describes the pods that an object selects in its own namespace. */
export function selected(among: readonly Resource[], by: Resource, selector: Selector): readonly Resource[] {
  return ResourceIndex.of(among)
    .selectPods(namespaceOf(by), selector)
    .map(({ resource }) => resource);
}
