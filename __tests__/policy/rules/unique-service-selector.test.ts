import { uniqueServiceSelector } from '../../../lib/policy/rules/unique-service-selector';
import { describeRule } from '../support/describe-rule';

describeRule(uniqueServiceSelector, {
  accepts: {
    'Services of other pods': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
    'a headless Service beside one with an address': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web-pods, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], clusterIP: None }
`,
    'another port of the same pods': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web-metrics, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 9090 }] }
`,
    'the two Services of a Rollout, whose selectors its controller changes': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web-canary, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: {}
`,
    'the same in another namespace': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: blog }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
  },
  rejects: {
    'a copy': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      "spec.selector: leads to the same pods and ports as 'web'",
    ],
  },
});
