import { headlessServiceExists } from '../../../lib/policy/rules/headless-service-exists';
import { describeRule } from '../support/describe-rule';

describeRule(headlessServiceExists, {
  accepts: {
    'a headless Service of its pods': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: db } }, serviceName: db, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: web, image: web:1 }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [], clusterIP: None }
`,
    'no serviceName': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
    'pods that only an operator selects': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: db } }, serviceName: db, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: web, image: web:1 }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { clusterIP: None }
`,
  },
  rejects: {
    'a Service that is not there': [
      `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: db } }, serviceName: db, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      "spec.serviceName: Service 'db' is not there",
    ],
    'a Service with an address': [
      `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: db } }, serviceName: db, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: web, image: web:1 }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      "spec.serviceName: Service 'db' is not headless",
    ],
    'a Service of other pods': [
      `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: db } }, serviceName: db, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: web, image: web:1 }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: cache }, ports: [], clusterIP: None }
`,
      "spec.serviceName: Service 'db' does not select its pods",
    ],
  },
});
