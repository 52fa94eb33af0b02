import { monitorFindsTargets } from '../../../lib/policy/rules/monitor-finds-targets';
import { describeRule } from '../support/describe-rule';

describeRule(monitorFindsTargets, {
  accepts: {
    'a namespace of which the manifests have a role only': `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: monitoring }
spec: { selector: { matchLabels: { app: web } }, namespaceSelector: { matchNames: [shop] }, endpoints: [{ port: http }] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: prometheus, namespace: shop }
`,
    'the API server, beside other Services': `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: monitoring }
spec: { selector: { matchLabels: { component: apiserver, provider: kubernetes } }, namespaceSelector: { matchNames: [default] }, endpoints: [{ port: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: default }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
    'pods of an operator': `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { cnpg.io/cluster: db } }, podMetricsEndpoints: [{ port: metrics }] }
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: db, namespace: shop }
`,
    'a Service with the port': `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
    'a pod with the port': `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, podMetricsEndpoints: [{ port: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] } } }
`,
    'any namespace': `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, namespaceSelector: { any: true }, endpoints: [{ port: http }] }
`,
    'a namespace that the manifests know nothing of': `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, namespaceSelector: { matchNames: [other] }, endpoints: [{ port: http }] }
`,
  },
  rejects: {
    'labels that no Service has': [
      `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      'spec.selector: no Service has app=web',
    ],
    'a port that the Service does not have': [
      `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: metrics }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      "spec.endpoints[0].port: nothing selected has a port 'metrics'",
    ],
    'labels that no pod has': [
      `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: api } }, podMetricsEndpoints: [{ port: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.selector: no pod has app=api',
    ],
  },
});
