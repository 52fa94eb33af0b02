import { noMissingServiceAccount } from '../../../lib/policy/rules/no-missing-service-account';
import { describeRule } from '../support/describe-rule';

describeRule(noMissingServiceAccount, {
  accepts: {
    'an account that is there': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { serviceAccountName: web, containers: [] } } }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
automountServiceAccountToken: false
`,
    'the default account': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { serviceAccountName: default, containers: [] } } }
`,
    'no account': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
    'a subject of a binding, of which another rule speaks': `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`,
  },
  rejects: {
    'an account that is not there': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { serviceAccountName: web, containers: [] } } }
`,
      "spec.template.spec.serviceAccountName: ServiceAccount 'web' is not there",
    ],
    'the old name of the field': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { serviceAccount: web, containers: [] } } }
`,
      "spec.template.spec.serviceAccount: ServiceAccount 'web' is not there",
    ],
  },
});
