import { ingressClassIsSet } from '../../../lib/policy/rules/ingress-class-is-set';
import { describeRule } from '../support/describe-rule';

describeRule(ingressClassIsSet, {
  accepts: {
    'a class': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik }
`,
    'the same class in both': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { kubernetes.io/ingress.class: traefik } }
spec: { ingressClassName: traefik }
`,
    'the annotation that GKE reads': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { kubernetes.io/ingress.class: gce } }
spec: {  }
`,
    'a default class of the manifests': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: {  }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: main, annotations: { ingressclass.kubernetes.io/is-default-class: 'true' } }
spec: { controller: traefik.io/ingress-controller }
`,
  },
  rejects: {
    'an annotation that says otherwise than the field': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { kubernetes.io/ingress.class: nginx } }
spec: { ingressClassName: traefik }
`,
      "metadata.annotations[kubernetes.io/ingress.class]: 'nginx' is not the ingressClassName 'traefik', so the API server refuses it",
    ],
    none: [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: {  }
`,
      'spec: has no class',
    ],
    'the annotation that came before': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { kubernetes.io/ingress.class: traefik } }
spec: {  }
`,
      "metadata.annotations[kubernetes.io/ingress.class]: 'traefik' is in the annotation, not in ingressClassName",
    ],
  },
});
