import { exposedHostsHaveTls } from '../../../lib/policy/rules/exposed-hosts-have-tls';
import { describeRule } from '../support/describe-rule';

describeRule(exposedHostsHaveTls, {
  accepts: {
    'a route at a listener with TLS, at all listeners, or at a Gateway of others': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: infra }
spec: { gatewayClassName: eg, listeners: [{ name: http, protocol: HTTP, port: 80 }, { name: https, protocol: HTTPS, port: 443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: web, namespace: infra, sectionName: https }], hostnames: [a.example.com], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: all, namespace: shop }
spec: { parentRefs: [{ name: web, namespace: infra }], hostnames: [a.example.com], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: others, namespace: shop }
spec: { parentRefs: [{ name: other, namespace: infra, sectionName: http }], hostnames: [a.example.com], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
`,
    'a route that redirects': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: infra }
spec: { gatewayClassName: eg, listeners: [{ name: http, protocol: HTTP, port: 80 }, { name: https, protocol: HTTPS, port: 443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: web, namespace: infra, sectionName: http }], hostnames: [a.example.com], rules: [{ filters: [{ type: RequestRedirect }] }] }
`,
    'an IngressRoute at a secure entry point, with TLS, and at the entry points that Traefik has': `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: a, namespace: shop }
spec: { entryPoints: [websecure], routes: [{ kind: Rule, match: 'Host(\`a.example.com\`) && PathPrefix(\`/x\`)', services: [{ name: web, port: 80 }] }] }
---
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: b, namespace: shop }
spec: { entryPoints: [web], routes: [{ kind: Rule, match: 'Host(\`a.example.com\`) && PathPrefix(\`/x\`)', services: [{ name: web, port: 80 }] }], tls: {} }
---
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: c, namespace: shop }
spec: { entryPoints: [], routes: [{ kind: Rule, match: 'Host(\`a.example.com\`) && PathPrefix(\`/x\`)', services: [{ name: web, port: 80 }] }] }
`,
    'an IngressRoute of the same host, to redirect': `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: a, namespace: shop }
spec: { entryPoints: [websecure], routes: [{ kind: Rule, match: 'Host(\`a.example.com\`) && PathPrefix(\`/x\`)', services: [{ name: web, port: 80 }] }] }
---
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: b, namespace: shop }
spec: { entryPoints: [web], routes: [{ kind: Rule, match: 'Host(\`a.example.com\`) && PathPrefix(\`/x\`)', services: [{ name: web, port: 80 }] }] }
`,
    'a host with a certificate': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: [a.example.com] }], rules: [{ host: a.example.com }] }
`,
    'a certificate of the cloud': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:1 } }
spec: { rules: [{ host: a.example.com }] }
`,
    'TLS with the default certificate of Traefik': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.tls: 'true' } }
spec: { rules: [{ host: a.example.com }] }
`,
    'a second Ingress of the same host, to redirect': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: [a.example.com] }], rules: [{ host: a.example.com }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: redirect, namespace: shop }
spec: { rules: [{ host: a.example.com }] }
`,
  },
  rejects: {
    'a route at a listener in the clear': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: infra }
spec: { gatewayClassName: eg, listeners: [{ name: http, protocol: HTTP, port: 80 }, { name: https, protocol: HTTPS, port: 443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: web, namespace: infra, sectionName: http }], hostnames: [a.example.com], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
`,
      "spec.hostnames[0]: 'a.example.com' is served without TLS",
    ],
    'a route without hosts, by the port of the listener': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: infra }
spec: { gatewayClassName: eg, listeners: [{ name: http, protocol: HTTP, port: 80 }, { name: https, protocol: HTTPS, port: 443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: web, namespace: infra, port: 80 }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
`,
      'spec: every host is served without TLS',
    ],
    'an IngressRoute in the clear': [
      `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: a, namespace: shop }
spec: { entryPoints: [web], routes: [{ kind: Rule, match: 'Host(\`a.example.com\`) && PathPrefix(\`/x\`)', services: [{ name: web, port: 80 }] }] }
`,
      "spec.routes[0].match: 'a.example.com' is served without TLS",
    ],
    'a host in the clear': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com }] }
`,
      "spec.rules[0].host: 'a.example.com' is served without TLS",
    ],
    'every host in the clear': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ http: { paths: [] } }] }
`,
      'spec.rules[0]: every host is served without TLS',
    ],
    'a backend for all, in the clear': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: web } } }
`,
      'spec.defaultBackend: is served without TLS',
    ],
  },
});
