import { routeFilterExists } from '../../../lib/policy/rules/route-filter-exists';
import { describeRule } from '../support/describe-rule';

const FILTER = '{ type: ExtensionRef, extensionRef: { group: traefik.io, kind: Middleware, name: limit } }';
const MIDDLEWARE = `
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: limit, namespace: shop }
spec: { rateLimit: { average: 100 } }
`;

/** A route with rules in the namespace `shop`. */
function route(rules: string, kind = 'HTTPRoute'): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: { rules: [${rules}] }
`;
}

describeRule(routeFilterExists, {
  accepts: {
    'a Middleware that is there': route(`{ filters: [${FILTER}] }`) + MIDDLEWARE,
    'filters of the Gateway API itself': route(
      '{ filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }] }',
    ),
    'a filter without a kind, which the schema refuses': route('{ filters: [{ extensionRef: { name: limit } }] }'),
  },
  rejects: {
    'a Middleware that is not there': [
      route(`{ filters: [{ type: RequestRedirect }, ${FILTER}] }`),
      "spec.rules[0].filters[1].extensionRef.name: Middleware 'limit' is not there",
    ],
    'one of another namespace': [
      route(`{ filters: [${FILTER}] }`) + MIDDLEWARE.replace('namespace: shop', 'namespace: edge'),
      "spec.rules[0].filters[0].extensionRef.name: Middleware 'limit' is not there: namespace 'edge' has one",
    ],
    "one of Traefik's old group": [
      route(`{ filters: [${FILTER}] }`) + MIDDLEWARE.replace('traefik.io/v1alpha1', 'traefik.containo.us/v1alpha1'),
      "spec.rules[0].filters[0].extensionRef.name: Middleware 'limit' is not there",
    ],
    "a backend's own filter, of a route for gRPC": [
      route(
        '{ backendRefs: [{ name: web, port: 80, filters: [{ extensionRef: { group: gateway.envoyproxy.io, kind: HTTPRouteFilter, name: auth } }] }] }',
        'GRPCRoute',
      ),
      "spec.rules[0].backendRefs[0].filters[0].extensionRef.name: HTTPRouteFilter 'auth' is not there",
    ],
  },
});

describeRule(
  routeFilterExists,
  { accepts: { 'one that is declared': route(`{ filters: [${FILTER}] }`) } },
  { external: [{ kind: 'Middleware', name: 'limit' }] },
);
