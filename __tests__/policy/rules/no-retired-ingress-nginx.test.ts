import { noRetiredIngressNginx } from '../../../lib/policy/rules/no-retired-ingress-nginx';
import { describeRule } from '../support/describe-rule';

describeRule(noRetiredIngressNginx, {
  accepts: {
    'another class': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik }
`,
    'a class named nginx, which may be that of F5': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: nginx }
`,
    'annotations of F5': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.org/proxy-read-timeout: 20s } }
spec: { ingressClassName: nginx }
`,
    'a class that says it is F5': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: nginx }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: nginx }
spec: { controller: nginx.org/ingress-controller }
`,
    'annotations that nobody reads, of which another rule speaks': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/proxy-body-size: 8m } }
spec: { ingressClassName: traefik }
`,
  },
  rejects: {
    'its annotations': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/proxy-body-size: 8m } }
spec: { ingressClassName: nginx }
`,
      'metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: is for ingress-nginx, which is retired',
    ],
    'its class': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: public }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: public }
spec: { controller: k8s.io/ingress-nginx }
`,
      'spec.controller: k8s.io/ingress-nginx is retired',
      'spec.ingressClassName: is for ingress-nginx, which is retired',
    ],
    'its image': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1' }] } } }
`,
      'spec.template.spec.containers[web].image: registry.k8s.io/ingress-nginx/controller:v1.15.1 is retired',
    ],
  },
});
