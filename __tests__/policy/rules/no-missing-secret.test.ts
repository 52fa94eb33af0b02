import { noMissingSecret } from '../../../lib/policy/rules/no-missing-secret';
import { describeRule } from '../support/describe-rule';

describeRule(
  noMissingSecret,
  {
    accepts: {
      'a certificate that cert-manager makes for a set of listeners': `
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: web, namespace: shop, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }
spec: { parentRef: { name: public }, listeners: [{ name: https, tls: { certificateRefs: [{ name: web }] } }] }
`,
      'one that an operator names after its object': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: db-app, key: TOKEN } } }] }] } } }
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: db, namespace: shop }
`,
      'the certificate that a Job creates for a webhook': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { volumes: [{ name: tls, secret: { secretName: web-admission } }] } } }
---
apiVersion: batch/v1
kind: Job
metadata: { name: web-admission-create, namespace: shop }
spec: { template: { spec: { containers: [{ name: create, image: registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.6.0, args: [create, --secret-name=web-admission] }] } } }
`,
      'a Secret that is declared': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: outside, key: TOKEN } } }] }] } } }
`,
      'an optional Secret': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: web, optional: true } }] }] } } }
`,
      'one that a SealedSecret becomes': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: web, key: TOKEN } } }] }] } } }
---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: web, namespace: shop }
spec: { encryptedData: { TOKEN: AgB } }
`,
      'one that an ExternalSecret becomes': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: web, key: TOKEN } } }] }] } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: from-vault, namespace: shop }
spec: { target: { name: web }, data: [{ secretKey: TOKEN }] }
`,
      'the certificate of an Ingress with an issuer': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }
spec: { tls: [{ hosts: [a.example.com], secretName: web }] }
`,
      'the Secret of a Certificate': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: [a.example.com], secretName: web }] }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: web, namespace: shop }
spec: { secretName: web }
`,
      'a Secret of the manifests': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: web, key: TOKEN } } }] }] } } }
---
apiVersion: v1
kind: Secret
metadata: { name: web, namespace: shop }
type: Opaque
`,
    },
    rejects: {
      'one named after an object of which nobody creates others, or after half a name': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: db-app, key: TOKEN } } }] }] } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: d, namespace: shop }
`,
        "spec.template.spec.containers[web].env[TOKEN].valueFrom.secretKeyRef.name: Secret 'db-app' is not there",
      ],
      'one that a custom resource itself asks for': [
        `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: web-login } }] }] } } }
`,
        "spec.template.spec.containers[web].envFrom[0].secretRef.name: Secret 'web-login' is not there",
      ],
      'a variable from a Secret that nobody knows': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: web, key: TOKEN } } }] }] } } }
`,
        "spec.template.spec.containers[web].env[TOKEN].valueFrom.secretKeyRef.name: Secret 'web' is not there",
      ],
      'a volume of a Secret that nobody knows': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: tls, secret: { secretName: tls } }], containers: [] } } }
`,
        "spec.template.spec.volumes[tls].secret.secretName: Secret 'tls' is not there",
      ],
      'a pull secret that nobody knows': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { imagePullSecrets: [{ name: registry }], containers: [] } } }
`,
        "spec.template.spec.imagePullSecrets[registry].name: Secret 'registry' is not there",
      ],
      'a certificate that nobody issues': [
        `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: [a.example.com], secretName: web }] }
`,
        "spec.tls[0].secretName: Secret 'web' is not there",
      ],
      'one that is declared for another namespace': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: elsewhere } }] }] } } }
`,
        "spec.template.spec.containers[web].envFrom[0].secretRef.name: Secret 'elsewhere' is not there",
      ],
      'a certificate of a Gateway': [
        `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec: { listeners: [{ name: https, tls: { certificateRefs: [{ name: web }] } }] }
`,
        "spec.listeners[https].tls.certificateRefs[0].name: Secret 'web' is not there",
      ],
      'a certificate of a set of listeners': [
        `
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: web, namespace: shop }
spec: { parentRef: { name: public }, listeners: [{ name: https, tls: { certificateRefs: [{ name: web }] } }] }
`,
        "spec.listeners[https].tls.certificateRefs[0].name: Secret 'web' is not there",
      ],
      'the certificate that a Gateway shows to Services': [
        `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec: { tls: { backend: { clientCertificateRef: { name: client } } } }
`,
        "spec.tls.backend.clientCertificateRef.name: Secret 'client' is not there",
      ],
    },
  },
  {
    external: [
      { kind: 'Secret', name: 'outside' },
      { kind: 'Secret', name: 'elsewhere', namespace: 'blog' },
    ],
  },
);
