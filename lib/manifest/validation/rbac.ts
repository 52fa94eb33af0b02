import { type Checks, forbid, need, notEmpty, obey, oneOf } from './check';
import { dnsName } from './syntax';

const GROUP = 'rbac.authorization.k8s.io';

/** Roles and their bindings. */
export const RBAC_CHECKS: Checks = {
  'rbac.v1.PolicyRule': (rule, { kind }) => {
    const urls = rule.get('nonResourceURLs');
    notEmpty(rule.get('verbs'));
    if (urls.empty) {
      for (const name of ['apiGroups', 'resources']) need(rule.get(name));
      return;
    }
    if (kind === 'Role') urls.refuse('valid-object', 'must not be set in a Role');
    for (const name of ['apiGroups', 'resources', 'resourceNames']) {
      if (!rule.get(name).empty) forbid(rule.get(name), 'beside nonResourceURLs');
    }
  },
  'rbac.v1.AggregationRule': (rule) => need(rule.get('clusterRoleSelectors')),
  'rbac.v1.RoleRef': (role, { kind }) => {
    const kinds = kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
    if (!role.get('kind').empty) oneOf(role.get('kind'), kinds);
    if (!role.get('apiGroup').empty) oneOf(role.get('apiGroup'), [GROUP]);
  },
  'rbac.v1.Subject': (subject, { kind }) => {
    const who = subject.get('kind');
    if (!who.empty) oneOf(who, ['ServiceAccount', 'User', 'Group']);
    if (who.text === 'ServiceAccount') {
      obey(subject.get('name'), dnsName);
      if (!subject.get('apiGroup').empty)
        subject.get('apiGroup').refuse('valid-object', 'must be empty for a ServiceAccount');
      if (kind === 'ClusterRoleBinding' && subject.get('namespace').empty) {
        subject.get('namespace').refuse('valid-object', 'is required for a ServiceAccount');
      }
    } else if (!subject.get('apiGroup').empty) oneOf(subject.get('apiGroup'), [GROUP]);
  },
};
