import { noMissingRole } from '../../../lib/policy/rules/no-missing-role';
import { describeRule } from '../support/describe-rule';

describeRule(
  noMissingRole,
  {
    accepts: {
      'a Role that is there': `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { kind: Role, name: web }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: web, namespace: shop }
rules: []
`,
      'a role that every cluster has': `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { kind: ClusterRole, name: view }
`,
      'a role that is declared': `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { kind: ClusterRole, name: outside }
`,
    },
    rejects: {
      'a Role that is not there': [
        `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { kind: Role, name: web }
`,
        "roleRef.name: Role 'web' is not there",
      ],
      'a ClusterRole that is not there': [
        `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { kind: ClusterRole, name: web }
`,
        "roleRef.name: ClusterRole 'web' is not there",
      ],
    },
  },
  { external: [{ kind: 'ClusterRole', name: 'outside' }] },
);
