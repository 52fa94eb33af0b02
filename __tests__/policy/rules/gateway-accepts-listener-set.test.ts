import { gatewayAcceptsListenerSet } from '../../../lib/policy/rules/gateway-accepts-listener-set';
import { describeRule } from '../support/describe-rule';

/** A Gateway in the namespace `edge` that allows ListenerSets from some namespaces. */
function gateway(namespaces?: string): string {
  const allowed = namespaces === undefined ? '' : `allowedListeners: { namespaces: { ${namespaces} } }, `;
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { ${allowed}gatewayClassName: envoy, listeners: [{ name: http, port: 80, protocol: HTTP }] }
`;
}

/** A ListenerSet in a namespace that names that Gateway. */
function listenerSet(namespace: string): string {
  return `
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: shop, namespace: ${namespace} }
spec: { parentRef: { name: public, namespace: edge }, listeners: [{ name: shop, port: 8080, protocol: HTTP }] }
`;
}

/** A Namespace with a label. */
const SHOP = `
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { edge: open } }
`;

const LABELLED = 'from: Selector, selector: { matchLabels: { edge: open } }';

describeRule(gatewayAcceptsListenerSet, {
  accepts: {
    'a Gateway that is open to all': gateway('from: All') + listenerSet('shop'),
    'a Gateway that is open to its own namespace': gateway('from: Same') + listenerSet('edge'),
    'a Gateway that is open to namespaces with a label': gateway(LABELLED) + SHOP + listenerSet('shop'),
    'a namespace whose labels are not known': gateway(LABELLED) + listenerSet('shop'),
    'a Gateway of somebody else': listenerSet('shop'),
    'a Gateway whose namespace is said when it is applied':
      gateway().replace(', namespace: edge', '') + listenerSet('shop'),
    'a route, which listeners allow': `${gateway()}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: edge }
spec: { parentRefs: [{ name: public }] }
`,
  },
  rejects: {
    'a Gateway that says nothing, and so allows none': [
      gateway() + listenerSet('edge'),
      "spec.parentRef.name: Gateway 'public' takes no ListenerSet",
    ],
    'a Gateway that is open to its own namespace only': [
      gateway('from: Same') + listenerSet('shop'),
      "spec.parentRef.name: Gateway 'public' takes no ListenerSet from namespace 'shop'",
    ],
    'a namespace without the label': [
      gateway(LABELLED) + SHOP.replace('edge: open', 'edge: closed') + listenerSet('shop'),
      "spec.parentRef.name: Gateway 'public' takes no ListenerSet from namespace 'shop'",
    ],
  },
});
