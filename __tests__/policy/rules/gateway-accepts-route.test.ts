import { gatewayAcceptsRoute } from '../../../lib/policy/rules/gateway-accepts-route';
import { describeRule } from '../support/describe-rule';

/** A Gateway in the namespace `edge`, with these listeners. */
function gateway(...listeners: readonly string[]): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: envoy, listeners: [${listeners.join(', ')}] }
`;
}

/** A route in a namespace that asks for that Gateway. */
function route(
  parent = '',
  { kind = 'HTTPRoute', namespace = 'edge', hosts = '' }: { kind?: string; namespace?: string; hosts?: string } = {},
): string {
  return `
---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: web, namespace: ${namespace} }
spec: { parentRefs: [{ name: public, namespace: edge${parent} }], hostnames: [${hosts}] }
`;
}

/** A Namespace with labels. */
function labelled(name: string, labels: string): string {
  return `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: { ${labels} } }
`;
}

const ALL = 'allowedRoutes: { namespaces: { from: All } }';
const LABELLED = `allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { edge: open } } } }`;
const HTTP = '{ name: http, port: 80, protocol: HTTP }';
const HTTPS = '{ name: https, port: 443, protocol: HTTPS }';
const SHOP = { namespace: 'shop' };

describeRule(gatewayAcceptsRoute, {
  accepts: {
    'a route in the namespace of the Gateway': gateway(HTTP) + route(),
    'a Gateway that the manifests do not have': route(', sectionName: https', SHOP),
    'a listener by its name and its port': gateway(HTTP, HTTPS) + route(', sectionName: https, port: 443'),
    'a parent of another kind':
      gateway(HTTP) + route(', kind: ListenerSet, sectionName: shop', SHOP) + route(", group: '', kind: Service", SHOP),
    'any namespace where the listener says so':
      gateway(`{ name: http, port: 80, protocol: HTTP, ${ALL} }`) + route('', SHOP),
    'one of many listeners that takes the route':
      gateway(HTTPS, `{ name: http, protocol: HTTP, ${ALL} }`) + route('', SHOP),
    'a namespace that has the labels':
      gateway(`{ name: http, protocol: HTTP, ${LABELLED} }`) + route('', SHOP) + labelled('shop', 'edge: open'),
    'a namespace whose labels are not known': gateway(`{ name: http, protocol: HTTP, ${LABELLED} }`) + route('', SHOP),
    'a namespace by its name, which every one has as a label':
      gateway(
        `{ name: http, allowedRoutes: { namespaces: { from: Selector, selector: { matchExpressions: [{ key: kubernetes.io/metadata.name, operator: In, values: [blog, shop] }] } } } }`,
      ) + route('', SHOP),
    'a Gateway and a route whose namespace is said when they are applied': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public }
spec: { listeners: [${HTTP}] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec: { parentRefs: [{ name: public }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: api, namespace: shop }
spec: { parentRefs: [{ name: public }, { name: public, namespace: edge, sectionName: https }] }
`,
    'a kind that the protocol is for':
      gateway(HTTP, '{ name: tls, protocol: TLS }', '{ name: tcp, protocol: tcp }', '{ name: udp, protocol: UDP }') +
      ['GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map((kind) => route('', { kind })).join(''),
    'a protocol or a kind of which nothing is known':
      gateway('{ name: mesh, protocol: HBONE }') + route() + route('', { kind: 'QUICRoute' }),
    'a kind that the listener names':
      gateway('{ name: a, protocol: HTTP, allowedRoutes: { kinds: [{ kind: HTTPRoute }] } }') + route(),
    'hosts that intersect with those of the listener':
      gateway(
        '{ name: a, protocol: HTTPS, hostname: "*.example.com" }',
        '{ name: b, protocol: TLS, hostname: b.example.net }',
      ) +
      route(', sectionName: a', { hosts: 'a.b.example.com, example.org' }) +
      route(', sectionName: a', { hosts: '"*.b.example.com"' }) +
      route(', sectionName: a', { hosts: '"*.com"' }) +
      route(', sectionName: b', { kind: 'TLSRoute', hosts: '"*.example.net"' }) +
      route(', sectionName: a'),
    'a backend that is a Gateway':
      gateway(HTTP) +
      route().replace(
        'parentRefs: [{ name: public, namespace: edge }]',
        'rules: [{ backendRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: public, port: 1 }] }], parentRefs: [{ name: public, namespace: other, sectionName: a }]',
      ),
    'a Gateway whose listeners somebody else adds': gateway() + route(', sectionName: https'),
  },
  rejects: {
    'a listener that a ListenerSet does not have': [
      gateway(HTTP, HTTPS).replace('kind: Gateway', 'kind: ListenerSet') +
        route(', kind: ListenerSet, sectionName: htps'),
      "spec.parentRefs[0].sectionName: ListenerSet 'public' has no listener 'htps' (it has http, https)",
    ],
    'another namespace than that of a ListenerSet': [
      gateway(HTTP).replace('kind: Gateway', 'kind: ListenerSet') + route(', kind: ListenerSet', SHOP),
      "spec.parentRefs[0].name: ListenerSet 'public' takes no HTTPRoute from namespace 'shop'",
    ],
    'a listener that the Gateway does not have': [
      gateway(HTTP, HTTPS) + route(', sectionName: htps'),
      "spec.parentRefs[0].sectionName: Gateway 'public' has no listener 'htps' (it has http, https)",
    ],
    'a port that no listener has': [
      gateway(HTTP, HTTPS) + route(', port: 8080'),
      "spec.parentRefs[0].port: Gateway 'public' has no listener on port 8080 (it has 80, 443)",
    ],
    'a listener that is on another port': [
      gateway(HTTP, HTTPS) + route(', sectionName: https, port: 80'),
      "spec.parentRefs[0].port: listener 'https' of Gateway 'public' is not on port 80",
    ],
    'another namespace, unless the listener says otherwise': [
      gateway(HTTP, '{ name: https, allowedRoutes: { namespaces: { from: Same } } }') + route('', SHOP),
      "spec.parentRefs[0].name: Gateway 'public' takes no HTTPRoute from namespace 'shop'",
    ],
    'another namespace at the one listener that it asks for': [
      gateway(`{ name: http, ${ALL} }`, HTTPS) + route(', sectionName: https', SHOP),
      "spec.parentRefs[0].name: listener 'https' of Gateway 'public' takes no HTTPRoute from namespace 'shop'",
    ],
    'a namespace without the labels': [
      gateway(`{ name: http, ${LABELLED} }`) + route('', SHOP) + labelled('shop', 'team: a'),
      "spec.parentRefs[0].name: Gateway 'public' takes no HTTPRoute from namespace 'shop'",
    ],
    'a namespace of another name': [
      gateway(
        `{ name: http, allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: blog } } } } }`,
      ) + route('', SHOP),
      "spec.parentRefs[0].name: Gateway 'public' takes no HTTPRoute from namespace 'shop'",
    ],
    'a kind that is not for the protocol': [
      gateway(HTTP, HTTPS) + route('', { kind: 'TCPRoute' }),
      "spec.parentRefs[0].name: Gateway 'public' takes no TCPRoute",
    ],
    'a kind that the listener does not name': [
      gateway('{ name: web, protocol: HTTPS, allowedRoutes: { kinds: [{ kind: HTTPRoute }] } }') +
        route(', sectionName: web', { kind: 'GRPCRoute' }),
      "spec.parentRefs[0].name: listener 'web' of Gateway 'public' takes no GRPCRoute",
    ],
    'hosts that are not those of a listener': [
      gateway(
        '{ name: a, protocol: HTTP, hostname: "*.example.com" }',
        '{ name: b, protocol: HTTPS, hostname: a.example.org }',
      ) + route('', { hosts: 'example.com, b.example.org' }),
      "spec.hostnames: Gateway 'public' takes no HTTPRoute for example.com, b.example.org (only for *.example.com, a.example.org)",
    ],
    'hosts of the only listener that is open to its namespace': [
      gateway(`{ name: a, hostname: a.example.com, ${ALL} }`, '{ name: b, hostname: b.example.com }') +
        route('', { ...SHOP, hosts: 'b.example.com' }),
      "spec.hostnames: Gateway 'public' takes no HTTPRoute from namespace 'shop' for b.example.com (only for a.example.com)",
    ],
  },
});
