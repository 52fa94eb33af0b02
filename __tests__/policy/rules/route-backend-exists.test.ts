import { routeBackendExists } from '../../../lib/policy/rules/route-backend-exists';
import { describeRule } from '../support/describe-rule';

describeRule(routeBackendExists, {
  accepts: {
    'a Service with the port': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
    'a backend of another kind': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ backendRefs: [{ group: multicluster.x-k8s.io, kind: ServiceImport, name: web, port: 80 }] }] }
`,
    'a namespace that the manifests know nothing of': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ backendRefs: [{ name: web, namespace: shared, port: 80 }] }] }
`,
    'a rule that only redirects': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }] }] }
`,
    'a Service of Traefik by name of its port': `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: web, namespace: shop }
spec: { routes: [{ services: [{ name: web, port: http }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
  },
  rejects: {
    'a Service without a port, even if it has one only': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ kind: Service, group: '', name: web }], rules: [{ backendRefs: [{ name: web }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      "spec.rules[0].backendRefs[0].name: Service 'web' is named without a port",
    ],
    'a Service that is not there': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
`,
      "spec.rules[0].backendRefs[0].name: Service 'web' is not there",
    ],
    'a port that it does not have': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ backendRefs: [{ name: web, port: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      "spec.rules[0].backendRefs[0].port: Service 'web' has no port '8080' (it has http, 80)",
    ],
    'a mirror that is not there': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ filters: [{ requestMirror: { backendRef: { name: copy, port: 80 } } }] }] }
`,
      "spec.rules[0].filters[0].requestMirror.backendRef.name: Service 'copy' is not there",
    ],
    "a mirror in a backend's own filters": [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ backendRefs: [{ name: web, port: 80, filters: [{ requestMirror: { backendRef: { name: copy, port: 80 } } }] }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      "spec.rules[0].backendRefs[0].filters[0].requestMirror.backendRef.name: Service 'copy' is not there",
    ],
    'an authority for requests that is not there': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ filters: [{ type: ExternalAuth, externalAuth: { backendRef: { name: auth, port: 80 } } }] }] }
`,
      "spec.rules[0].filters[0].externalAuth.backendRef.name: Service 'auth' is not there",
    ],
    'a gRPC route to nowhere': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ backendRefs: [{ name: api, port: 80 }] }] }
`,
      "spec.rules[0].backendRefs[0].name: Service 'api' is not there",
    ],
    'an IngressRoute to nowhere': [
      `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: web, namespace: shop }
spec: { routes: [{ services: [{ name: web, port: http }] }] }
`,
      "spec.routes[0].services[0].name: Service 'web' is not there",
    ],
  },
});
