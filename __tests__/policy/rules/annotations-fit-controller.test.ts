import { annotationsFitController } from '../../../lib/policy/rules/annotations-fit-controller';
import { describeRule } from '../support/describe-rule';

describeRule(annotationsFitController, {
  accepts: {
    'its own annotations': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/router.tls: 'true' } }
spec: { ingressClassName: traefik }
`,
    'annotations of others than controllers': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }
spec: { ingressClassName: traefik }
`,
    'a class that nobody knows': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/proxy-body-size: 8m } }
spec: { ingressClassName: public }
`,
    'a class that says which controller it is': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/proxy-body-size: 8m } }
spec: { ingressClassName: traefik }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: traefik }
spec: { controller: k8s.io/ingress-nginx }
`,
  },
  rejects: {
    'those of another controller': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/proxy-body-size: 8m } }
spec: { ingressClassName: traefik }
`,
      "metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: is read by ingress-nginx, and class 'traefik' is Traefik's",
    ],
    'those of ingress-nginx at F5': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/proxy-body-size: 8m } }
spec: { ingressClassName: nginx }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: nginx }
spec: { controller: nginx.org/ingress-controller }
`,
      "metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: is read by ingress-nginx, and class 'nginx' is F5 NGINX's",
    ],
  },
});
