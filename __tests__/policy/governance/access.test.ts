import { noAdministratorBinding } from '../../../lib/policy/rules/no-administrator-binding';
import { noEscalatingRole } from '../../../lib/policy/rules/no-escalating-role';
import { noWildcardRole } from '../../../lib/policy/rules/no-wildcard-role';
import { describeRule } from '../support/describe-rule';

const role = (rule: string, kind = 'Role'): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: web }\nrules: [${rule}]\n`;
const binding = (name: string, subject: string, kind = 'RoleBinding'): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: web }\nroleRef: { kind: ClusterRole, name: ${name} }\nsubjects: [${subject}]\n`;
const ACCOUNT = '{ kind: ServiceAccount, name: web, namespace: shop }';

describeRule(noWildcardRole, {
  accepts: {
    'a role that lists': role('{ apiGroups: [""], resources: [pods, pods/log], verbs: [get] }'),
    'a URL and all below it': role('{ nonResourceURLs: ["/healthz/*"], verbs: [get] }', 'ClusterRole'),
    'a role without rules': role(''),
  },
  rejects: {
    stars: [
      role(
        '{ apiGroups: [""], resources: [pods], verbs: [get] }, { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }',
      ),
      "rules[1]: '*' in verbs, resources, apiGroups",
    ],
    'stars of two rules, each once': [
      role('{ apiGroups: [""], resources: [pods], verbs: ["*"] }, { nonResourceURLs: ["/*"], verbs: [get] }'),
      "rules[0]: '*' in verbs",
      "rules[1]: '*' in nonResourceURLs",
    ],
  },
});

describeRule(noAdministratorBinding, {
  accepts: { 'a role for an account': binding('view', ACCOUNT) },
  rejects: {
    'cluster-admin': [
      binding('cluster-admin', ACCOUNT, 'ClusterRoleBinding'),
      'roleRef.name: the role is cluster-admin',
    ],
    'cluster-admin of a namespace': [binding('cluster-admin', ACCOUNT), 'roleRef.name: the role is cluster-admin'],
    'whoever is not logged in': [
      binding('view', `${ACCOUNT}, { kind: User, name: "system:anonymous" }`),
      'subjects[1].name: system:anonymous is whoever is not logged in',
    ],
    'the masters': [
      binding('view', '{ kind: Group, name: "system:masters" }'),
      'subjects[0].name: the group system:masters may do everything',
    ],
  },
});

describeRule(noEscalatingRole, {
  accepts: {
    'reading pods': role('{ apiGroups: [""], resources: [pods, configmaps], verbs: [get, list, watch] }'),
    'reading one Secret': role('{ apiGroups: [""], resources: [secrets], resourceNames: [web], verbs: [get] }'),
    'writing Secrets': role('{ apiGroups: [""], resources: [secrets], verbs: [create] }'),
    'pods of another group': role('{ apiGroups: [metrics.k8s.io], resources: [pods], verbs: [create] }'),
  },
  rejects: {
    'reading Secrets': [
      role('{ apiGroups: [""], resources: [secrets], verbs: [list] }'),
      "rules[0]: 'list' of secrets reads every Secret",
    ],
    'creating pods, also by name': [
      role('{ apiGroups: [""], resources: [pods], resourceNames: [a], verbs: [create] }'),
      "rules[0]: 'create' of pods mounts any Secret and ServiceAccount into a pod of its own",
    ],
    'commands in pods': [
      role('{ apiGroups: [""], resources: [pods/exec], verbs: ["*"] }'),
      "rules[0]: '*' of pods/exec runs commands in pods",
    ],
    'roles and impersonation': [
      role(
        '{ apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [escalate] }, { apiGroups: [""], resources: [users], verbs: [impersonate] }',
        'ClusterRole',
      ),
      "rules[0]: 'escalate' of roles gives itself any permission",
      "rules[1]: 'impersonate' of users acts in the name of others",
    ],
  },
});
