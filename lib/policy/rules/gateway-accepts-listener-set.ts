import { namespaceOf } from '../../manifest/references/reference';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { gatewayOf, takesListeners, whence } from '../listeners';
import { ERROR, type Rule, type Violation } from '../rule';

/** A Gateway must be open to the ListenerSets that name it. */
export const gatewayAcceptsListenerSet: Rule = {
  id: 'gateway-accepts-listener-set',
  severity: ERROR,
  group: 'references',
  what: 'A Gateway of the manifests must allow each ListenerSet that names it.',
  why: 'The API server takes the ListenerSet, but the gateway does not, which by default allows none: nobody listens on its ports.',
  remedy:
    'open spec.allowedListeners of the Gateway to the namespace of the ListenerSet, or add the listeners to the Gateway itself',
  link: 'https://gateway-api.sigs.k8s.io/api-types/listenerset/',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return index.referencesTo('Gateway').flatMap((reference) => unaccepted(reference, index));
  },
};

function unaccepted(reference: MadeReference, index: ResourceIndex): readonly Violation[] {
  const { resource, path, name } = reference;
  const gateway = resource.object.kind === 'ListenerSet' ? gatewayOf(reference, index) : undefined;
  if (!gateway || takesListeners(gateway, namespaceOf(resource), index)) return [];
  return [{ resource, path, message: `Gateway '${name}' takes no ListenerSet${whence(resource, gateway)}` }];
}
