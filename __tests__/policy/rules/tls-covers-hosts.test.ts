import { tlsCoversHosts } from '../../../lib/policy/rules/tls-covers-hosts';
import { describeRule } from '../support/describe-rule';

describeRule(tlsCoversHosts, {
  accepts: {
    'each host': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: [a.example.com], secretName: a }], rules: [{ host: a.example.com }] }
`,
    'a certificate for all names of a domain': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: ['*.example.com'] }], rules: [{ host: a.example.com }] }
`,
    'a certificate for all': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ secretName: a }], rules: [{ host: a.example.com }] }
`,
    'no TLS, of which another rule speaks': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com }] }
`,
  },
  rejects: {
    'a host that no certificate is for': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: [a.example.com] }], rules: [{ host: a.example.com }, { host: b.example.com }] }
`,
      "spec.rules[1].host: 'b.example.com' is not in tls (a.example.com)",
    ],
    'two parts where the certificate has one': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: ['*.example.com'] }], rules: [{ host: a.b.example.com }] }
`,
      "spec.rules[0].host: 'a.b.example.com' is not in tls (*.example.com)",
    ],
  },
});
