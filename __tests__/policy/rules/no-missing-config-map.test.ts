import { noMissingConfigMap } from '../../../lib/policy/rules/no-missing-config-map';
import { describeRule } from '../support/describe-rule';

describeRule(
  noMissingConfigMap,
  {
    accepts: {
      'a ConfigMap that is there': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
      'an optional one': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config, optional: true } }] }] } } }
`,
      'one that is declared to live outside': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: outside } }] }] } } }
`,
      'the certificates of the cluster': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: ca, configMap: { name: kube-root-ca.crt } }], containers: [] } } }
`,
      'a bundle of trust-manager': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: ca, configMap: { name: ca } }], containers: [] } } }
---
apiVersion: trust.cert-manager.io/v1alpha1
kind: Bundle
metadata: { name: ca }
spec: {}
`,
      'objects of which one says its namespace and one does not': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config }
data: { LOG_LEVEL: info }
`,
    },
    rejects: {
      'a misspelt name': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: confgi } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
        "spec.template.spec.containers[web].envFrom[0].configMapRef.name: ConfigMap 'confgi' is not there: did you mean 'config'?",
      ],
      'a name near to one of another namespace': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: confgi } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: blog }
data: { LOG_LEVEL: info }
`,
        "spec.template.spec.containers[web].envFrom[0].configMapRef.name: ConfigMap 'confgi' is not there",
      ],
      'a variable that asks for one that is not there': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: LOG_LEVEL, valueFrom: { configMapKeyRef: { name: config, key: LOG_LEVEL } } }] }] } } }
`,
        "spec.template.spec.containers[web].env[LOG_LEVEL].valueFrom.configMapKeyRef.name: ConfigMap 'config' is not there",
      ],
      'all variables of one that is not there': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config } }] }] } } }
`,
        "spec.template.spec.containers[web].envFrom[0].configMapRef.name: ConfigMap 'config' is not there",
      ],
      'a volume of one that is not there': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: files, configMap: { name: files } }], containers: [] } } }
`,
        "spec.template.spec.volumes[files].configMap.name: ConfigMap 'files' is not there",
      ],
      'a projected volume': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: all, projected: { sources: [{ configMap: { name: files } }] } }], containers: [] } } }
`,
        "spec.template.spec.volumes[all].projected.sources[0].configMap.name: ConfigMap 'files' is not there",
      ],
      'one in another namespace': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: blog }
data: { LOG_LEVEL: info }
`,
        "spec.template.spec.containers[web].envFrom[0].configMapRef.name: ConfigMap 'config' is not there: namespace 'blog' has one",
      ],
      'the authorities by which a Gateway knows its clients': [
        `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: shop }
spec:
  tls:
    frontend:
      default: { validation: { caCertificateRefs: [{ group: '', kind: ConfigMap, name: clients }] } }
      perPort: [{ port: 8443, tls: { validation: { caCertificateRefs: [{ group: '', kind: ConfigMap, name: partners }] } } }]
`,
        "spec.tls.frontend.default.validation.caCertificateRefs[0].name: ConfigMap 'clients' is not there",
        "spec.tls.frontend.perPort[8443].tls.validation.caCertificateRefs[0].name: ConfigMap 'partners' is not there",
      ],
      'the authority by which a gateway knows a Service': [
        `
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: web, namespace: shop }
spec:
  targetRefs: [{ group: '', kind: Service, name: web }]
  validation: { hostname: web.shop.svc, caCertificateRefs: [{ group: '', kind: ConfigMap, name: authority }] }
`,
        "spec.validation.caCertificateRefs[0].name: ConfigMap 'authority' is not there",
      ],
      'a job by a clock, and each object once': [
        `
apiVersion: batch/v1
kind: CronJob
metadata: { name: clean, namespace: shop }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: clean, env: [{ name: A, valueFrom: { configMapKeyRef: { name: config, key: A } } }, { name: B, valueFrom: { configMapKeyRef: { name: config, key: B } } }] }] } } } } }
`,
        "spec.jobTemplate.spec.template.spec.containers[clean].env[A].valueFrom.configMapKeyRef.name: ConfigMap 'config' is not there",
      ],
    },
  },
  { external: [{ kind: 'ConfigMap', name: 'outside', namespace: 'shop' }] },
);
