import { isLabelledAfter, isNamedAfter } from '../manifest/references/operated';
import type { Selector } from '../manifest/references/label-selector';
import { namespaceOf } from '../manifest/references/reference';
import type { MadeReference, ResourceIndex } from '../manifest/references/resource-index';
import { isOfEveryCluster } from '../manifest/references/well-known';
import type { Resource } from '../manifest/resource';

/** Whether what a reference refers to may be created by an operator, going by its name. */
export function mayBeCreated({ namespace, name, resource }: MadeReference, index: ResourceIndex): boolean {
  return operatedIn(namespace, index).some((operated) => operated !== resource && isNamedAfter(name, operated));
}

/** Whether a selector may mean what no manifest shows: what an operator creates, or what every cluster has. */
export function meansOthers(namespace: string, selector: Selector, index: ResourceIndex): boolean {
  const { labels } = selector;
  const domains = labels.map(([key]) => key.slice(0, Math.max(0, key.indexOf('/'))));
  return (
    isOfEveryCluster(namespace, selector) ||
    domains.some((domain) => domain !== '' && !domain.endsWith('kubernetes.io') && index.knowsGroup(domain)) ||
    operatedIn(namespace, index).some((operated) => labels.some(([, value]) => isLabelledAfter(value, operated)))
  );
}

function operatedIn(namespace: string, { operated }: ResourceIndex): readonly Resource[] {
  if (namespace === '') return operated;
  return operated.filter((each) => namespaceOf(each) === namespace || namespaceOf(each) === '');
}
