import { noMissingMiddleware } from '../../../lib/policy/rules/no-missing-middleware';
import { describeRule } from '../support/describe-rule';

describeRule(noMissingMiddleware, {
  accepts: {
    'a Middleware of the own namespace': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.middlewares: shop-redirect@kubernetescrd } }
spec: {  }
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: redirect, namespace: shop }
spec: {}
`,
    'safe naming': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.middlewares: shop_redirect@kubernetescrd } }
spec: {  }
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: redirect, namespace: shop }
spec: {}
`,
    'a Middleware of another namespace, whose name cannot be told apart': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.middlewares: traefik-auth@kubernetescrd } }
spec: {  }
`,
    "a Middleware of Traefik's own files": `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.middlewares: auth@file } }
spec: {  }
`,
  },
  rejects: {
    'one of two that is not there': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.middlewares: 'shop-redirect@kubernetescrd, shop-limit@kubernetescrd' } }
spec: {  }
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: redirect, namespace: shop }
spec: {}
`,
      "metadata.annotations[traefik.ingress.kubernetes.io/router.middlewares]: Middleware 'limit' is not there",
    ],
    'an IngressRoute through nothing': [
      `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: web, namespace: shop }
spec: { routes: [{ middlewares: [{ name: auth }] }] }
`,
      "spec.routes[0].middlewares[0].name: Middleware 'auth' is not there",
    ],
  },
});
