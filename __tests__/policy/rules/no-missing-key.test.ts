import { noMissingKey } from '../../../lib/policy/rules/no-missing-key';
import { describeRule } from '../support/describe-rule';

describeRule(
  noMissingKey,
  {
    accepts: {
      'a key that is there': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: A, valueFrom: { configMapKeyRef: { name: config, key: LOG_LEVEL } } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
      'an optional key': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: A, valueFrom: { configMapKeyRef: { name: config, key: B, optional: true } } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
      'any key of a Secret whose keys nobody declared': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: A, valueFrom: { secretKeyRef: { name: unknown, key: A } } }] }] } } }
`,
      'a declared key': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: A, valueFrom: { secretKeyRef: { name: outside, key: TOKEN } } }] }] } } }
`,
      'a ConfigMap that somebody fills later': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: A, valueFrom: { configMapKeyRef: { name: ca, key: A } } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ca, namespace: shop }
data: {}
`,
      'a folder of a volume, which is no key': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: v, configMap: { name: config } }], containers: [{ name: web, volumeMounts: [{ name: v, mountPath: /etc/x, subPath: LOG_LEVEL }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
    },
    rejects: {
      'a variable': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: LOG_LEVEL, valueFrom: { configMapKeyRef: { name: config, key: LEVEL } } }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
        "spec.template.spec.containers[web].env[LOG_LEVEL].valueFrom.configMapKeyRef.key: ConfigMap 'config' has no key 'LEVEL' (it has LOG_LEVEL)",
      ],
      'a file of a volume': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: v, configMap: { name: config, items: [{ key: app.yaml, path: app.yaml }] } }], containers: [] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
        "spec.template.spec.volumes[v].configMap.items[app.yaml].key: ConfigMap 'config' has no key 'app.yaml' (it has LOG_LEVEL)",
      ],
      'a mount of one file': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: v, configMap: { name: config } }], containers: [{ name: web, volumeMounts: [{ name: v, mountPath: /etc/app.yaml, subPath: app.yaml }] }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { LOG_LEVEL: info }
`,
        "spec.template.spec.containers[web].volumeMounts[/etc/app.yaml].subPath: ConfigMap 'config' has no key 'app.yaml' (it has LOG_LEVEL)",
      ],
      'a key that is not declared': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: A, valueFrom: { secretKeyRef: { name: outside, key: PASSWORD } } }] }] } } }
`,
        "spec.template.spec.containers[web].env[A].valueFrom.secretKeyRef.key: Secret 'outside' has no key 'PASSWORD' (it has TOKEN)",
      ],
      'the authority of a Gateway under another key': [
        `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: shop }
spec: { tls: { frontend: { default: { validation: { caCertificateRefs: [{ group: '', kind: ConfigMap, name: clients }] } } } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: clients, namespace: shop }
data: { ca.pem: '' }
`,
        "spec.tls.frontend.default.validation.caCertificateRefs[0].name: ConfigMap 'clients' has no key 'ca.crt' (it has ca.pem)",
      ],
      'a key that is not sealed': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: web, key: TOKEN } } }] }] } } }
---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: web, namespace: shop }
spec: { encryptedData: { token: AgB } }
`,
        "spec.template.spec.containers[web].env[TOKEN].valueFrom.secretKeyRef.key: Secret 'web' has no key 'TOKEN' (it has token)",
      ],
    },
  },
  { external: [{ kind: 'Secret', name: 'outside', keys: ['TOKEN'] }] },
);
