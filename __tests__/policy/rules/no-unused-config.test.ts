import { noUnusedConfig } from '../../../lib/policy/rules/no-unused-config';
import { describeRule } from '../support/describe-rule';

describeRule(noUnusedConfig, {
  accepts: {
    'a ConfigMap whose name a pod misspells, which is one mistake': `
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: confgi } }] }] } } }
`,
    'the authorities by which a Gateway knows its clients': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: shop }
spec: { tls: { frontend: { default: { validation: { caCertificateRefs: [{ group: '', kind: ConfigMap, name: clients }] } } } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: clients, namespace: shop }
data: { ca.crt: '' }
`,
    'a ConfigMap that a pod reads': `
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config } }] }] } } }
`,
    'one that a program is told to read': `
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, args: [--config-map=shop/config] }] } } }
`,
    'one that a custom resource names': `
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: example.com/v1
kind: App
metadata: { name: app, namespace: shop }
spec: { from: config }
`,
    'one that a program finds by its label': `
apiVersion: v1
kind: ConfigMap
metadata: { name: board, namespace: shop, labels: { grafana_dashboard: '1' } }
data: { a: b }
`,
    'any, where a program may read all': `
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: web, namespace: shop }
rules: [{ resources: [configmaps], verbs: [list] }]
`,
    'a certificate, which controllers read': `
apiVersion: v1
kind: Secret
metadata: { name: tls, namespace: shop }
type: kubernetes.io/tls
`,
  },
  rejects: {
    'a ConfigMap beside a broken reference to a Secret, or in another namespace': [
      `
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: nowhere } }] }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: blog }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: nowhere } }] }] } } }
`,
      'nothing uses it',
    ],
    'a ConfigMap that nobody reads': [
      `
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
      'nothing uses it',
    ],
    'one of another namespace': [
      `
apiVersion: v1
kind: ConfigMap
metadata: { name: left, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config } }] }] } } }
`,
      'nothing uses it',
    ],
  },
});
