import { noWildcardHost } from '../../../lib/policy/rules/no-wildcard-host';
import { describeRule } from '../support/describe-rule';

describeRule(noWildcardHost, {
  accepts: {
    'a host by name': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com }] }
`,
    'a route that takes the hosts of its Gateway': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [] }
`,
  },
  rejects: {
    'no host': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ http: {} }] }
`,
      'spec.rules[0]: has no host, so it answers all',
    ],
    'all hosts of a domain': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: '*.example.com' }] }
`,
      "spec.rules[0].host: '*.example.com' answers all such hosts",
    ],
    'a route for all hosts of a domain': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { hostnames: ['*.example.com'] }
`,
      "spec.hostnames: '*.example.com' answers all such hosts",
    ],
  },
});
