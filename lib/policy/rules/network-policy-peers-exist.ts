import { fieldAt } from '../../manifest/fields';
import { describeSelector, matches, type Selector, selectsAll } from '../../manifest/references/label-selector';
import { nameOf, namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { selectors } from '../../manifest/references/selectors';
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
    return index.ofKind('NetworkPolicy').flatMap((resource) =>
      selectors(resource)
        .filter(({ role, selector }) => role === 'peer' && !selectsAll(selector))
        .filter(({ selector, namespaces }) => {
          const places = namespaces ? namespacesOf(namespaces, index) : [namespaceOf(resource)];
          return places.length > 0 && places.every((place) => selectsNone(place, selector, index));
        })
        .map(({ path, selector }) => ({ resource, path, message: `no pod has ${describeSelector(selector)}` })),
    );
  },
};

/** The namespaces that a selector selects; none where the manifests don't know what is in them all. */
function namespacesOf(selector: Selector, index: ResourceIndex): readonly string[] {
  if (selectsAll(selector)) return [];
  const named = selector.labels.find(([key]) => key === 'kubernetes.io/metadata.name')?.[1];
  const rendered = index
    .ofKind('Namespace')
    .filter(({ object }) => matches(selector, texts(fieldAt(object, 'metadata', 'labels'))));
  const names = named === undefined ? rendered.map(nameOf) : [named];
  return names.every((name) => index.knowsNamespace(name)) ? names : [];
}
