import { uniqueHostAndPath } from '../../../lib/policy/rules/unique-host-and-path';
import { describeRule } from '../support/describe-rule';

describeRule(uniqueHostAndPath, {
  accepts: {
    'other paths of a host': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /api, pathType: Prefix }] } }] }
`,
    'the same path as exact match': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Exact }] } }] }
`,
    'another controller': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec: { ingressClassName: internal, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
`,
    'another entry point of Traefik': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.entrypoints: websecure } }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: redirect, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.entrypoints: web } }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
`,
    'a canary': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: canary, namespace: shop, annotations: { nginx.ingress.kubernetes.io/canary: 'true' } }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
`,
    'another listener of a Gateway': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public, sectionName: https }], hostnames: [a.example.com], rules: [{  }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: redirect, namespace: shop }
spec: { parentRefs: [{ name: public, sectionName: http }], hostnames: [a.example.com], rules: [{  }] }
`,
    'routes that leave the hosts to their Gateway': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public }], rules: [{}] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: api, namespace: shop }
spec: { parentRefs: [{ name: public }], rules: [{}] }
`,
    'another method of a route': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public, sectionName: https }], hostnames: [a.example.com], rules: [{  }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: post, namespace: shop }
spec: { parentRefs: [{ name: public, sectionName: https }], hostnames: [a.example.com], rules: [{ matches: [{ method: POST }] }] }
`,
  },
  rejects: {
    'the same in two Ingresses': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /api, pathType: Prefix }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /api, pathType: Prefix }] } }] }
`,
      'spec.rules[0].http.paths[0]: a.example.com/api is answered by Ingress web already',
    ],
    'the same in two namespaces': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: blog }
spec: { ingressClassName: traefik, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix }] } }] }
`,
      'spec.rules[0].http.paths[0]: a.example.com/ is answered by Ingress shop/web already',
    ],
    'twice in one Ingress': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ http: { paths: [{ path: / }, { path: / }] } }] }
`,
      'spec.rules[0].http.paths[1]: */ is answered by spec.rules[0].http.paths[0] already',
    ],
    'the same in two routes': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public, sectionName: https }], hostnames: [a.example.com], rules: [{  }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: api, namespace: shop }
spec: { parentRefs: [{ name: public, sectionName: https }], hostnames: [a.example.com], rules: [{ matches: [{ path: { value: / } }] }] }
`,
      'spec.rules[0].matches[0]: a.example.com/ is answered by HTTPRoute web already',
    ],
  },
});
