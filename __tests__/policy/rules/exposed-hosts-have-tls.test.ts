import { exposedHostsHaveTls } from '../../../lib/policy/rules/exposed-hosts-have-tls';
import { describeRule } from '../support/describe-rule';

describeRule(exposedHostsHaveTls, {
  accepts: {
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
