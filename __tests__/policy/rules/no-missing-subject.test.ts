import { noMissingSubject } from '../../../lib/policy/rules/no-missing-subject';
import { describeRule } from '../support/describe-rule';

describeRule(noMissingSubject, {
  accepts: {
    'an account that is there': `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
secrets: []
`,
    'users and groups, which are no objects': `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
subjects: [{ kind: User, name: jane }, { kind: Group, name: devs }]
`,
    'an account of a namespace that the manifests know nothing of': `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
subjects: [{ kind: ServiceAccount, name: prometheus, namespace: monitoring }]
`,
  },
  rejects: {
    'an account of the namespace of the binding, which is what no namespace means': [
      `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
subjects: [{ kind: ServiceAccount, name: wep }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
`,
      "subjects[0].name: ServiceAccount 'wep' is not there: did you mean 'web'?",
    ],
    'an account that is not there': [
      `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`,
      "subjects[0].name: ServiceAccount 'web' is not there",
    ],
  },
});
