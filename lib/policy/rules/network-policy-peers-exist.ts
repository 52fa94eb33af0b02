import { flatMap } from '../../manifest/flat-map';
import { fieldAt } from '../../manifest/fields';
import { describeSelector, matches, type Selector, selectsAll } from '../../manifest/references/label-selector';
import { nameOf, namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { type SelectorReference, selectors } from '../../manifest/references/selectors';
import { texts } from '../../manifest/references/workload-pods';
import { PRODUCTION_WARNING, type Rule } from '../rule';
import { selectsNone } from '../selected-pods';

/** Whom a NetworkPolicy lets in or out should be there. */
export const networkPolicyPeersExist: Rule = {
  id: 'network-policy-peers-exist',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'The pods that a NetworkPolicy lets in or out should be there, in those namespaces that the manifests know.',
  why: 'The policy lets nobody in or out, and the connection that it was written for is dropped without a word.',
  remedy: "correct the selector, or the labels of the pods' template",
  link: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return flatMap(index.ofKind('NetworkPolicy'), (resource) =>
      selectors(resource)
        .filter((reference) => isMissingPeer(reference, namespaceOf(resource), index))
        .map(({ path, selector }) => ({ resource, path, message: `no pod has ${describeSelector(selector)}` })),
    );
  },
};

function isMissingPeer({ role, selector, namespaces }: SelectorReference, own: string, index: ResourceIndex): boolean {
  if (role !== 'peer' || selectsAll(selector)) return false;
  if (!namespaces) return selectsNone(own, selector, index);
  const places = namespacesOf(namespaces, index);
  return places.length > 0 && places.every((place) => selectsNone(place, selector, index));
}

/** The namespaces that a selector selects; none where the manifests don't know what is in them all. */
function namespacesOf(selector: Selector, index: ResourceIndex): readonly string[] {
  if (selectsAll(selector)) return [];
  const named = selector.labels.find(([key]) => key === 'kubernetes.io/metadata.name')?.[1];
  const names = named === undefined ? renderedNamespaces(selector, index) : [named];
  return names.every((name) => index.knowsNamespace(name)) ? names : [];
}

function renderedNamespaces(selector: Selector, index: ResourceIndex): readonly string[] {
  return index
    .ofKind('Namespace')
    .filter(({ object }) => matches(selector, texts(fieldAt(object, 'metadata', 'labels'))))
    .map(nameOf);
}
