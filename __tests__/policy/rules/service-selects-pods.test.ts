import { serviceSelectsPods } from '../../../lib/policy/rules/service-selects-pods';
import { describeRule } from '../support/describe-rule';

describeRule(serviceSelectsPods, {
  accepts: {
    'pods that an operator labels with the name of its object': `
apiVersion: v1
kind: Service
metadata: { name: alerts, namespace: monitoring }
spec: { selector: { app.kubernetes.io/instance: main, app.kubernetes.io/name: alertmanager }, ports: [{ port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: { name: main, namespace: monitoring }
`,
    'pods that every cluster has': `
apiVersion: v1
kind: Service
metadata: { name: dns, namespace: kube-system }
spec: { selector: { k8s-app: kube-dns }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: scheduler, namespace: kube-system }
spec: { selector: { component: kube-scheduler }, ports: [{ port: 80 }] }
`,
    'a Service whose pods are there': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
    'a Service without a selector, for what others run': `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { ports: [{ port: 5432 }] }
`,
    'an external name': `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { type: ExternalName, externalName: db.example.com }
`,
    'pods of a custom resource with a template': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } } }
`,
    'one pod of a StatefulSet, by the label that its controller adds': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { statefulset.kubernetes.io/pod-name: db-0 }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
    'pods of an operator whose objects are there': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { cnpg.io/cluster: db }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: db, namespace: shop }
spec: { instances: 3 }
`,
    'objects without namespaces, which land in one': `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace:  }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
  },
  rejects: {
    'pods named like an object that creates none': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
---
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: web, namespace: shop }
---
apiVersion: route.openshift.io/v1
kind: Route
metadata: { name: web, namespace: shop }
`,
      'spec.selector: no pod has app=web',
    ],
    'pods named like an object of an operator in another namespace': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: example.com/v1
kind: Web
metadata: { name: web, namespace: blog }
`,
      'spec.selector: no pod has app=web',
    ],
    'labels of the cluster elsewhere': [
      `
apiVersion: v1
kind: Service
metadata: { name: dns, namespace: shop }
spec: { selector: { k8s-app: kube-dns }, ports: [{ port: 80 }] }
`,
      'spec.selector: no pod has k8s-app=kube-dns',
    ],
    'labels that no pod has': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: api }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.selector: no pod has app=api',
    ],
    'pods in another namespace': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: blog }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.selector: no pod has app=web',
    ],
    'one label too many': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web, tier: front }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.selector: no pod has app=web, tier=front',
    ],
    'the pod of another StatefulSet': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { statefulset.kubernetes.io/pod-name: cache-0 }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.selector: no pod has statefulset.kubernetes.io/pod-name=cache-0',
    ],
  },
});
