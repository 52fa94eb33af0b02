import { type Checks, forbid, obey, oneOf } from './check';
import { dnsName } from './syntax';

const GROUP = 'rbac.authorization.k8s.io';

/** Roles and their bindings. */
export const RBAC_CHECKS: Checks = {
  'rbac.v1.PolicyRule': (rule, { kind }) => {
    const urls = rule.get('nonResourceURLs');
    const verbs = rule.get('verbs');
    if (verbs.present && verbs.empty) verbs.refuse('valid-object', 'must not be empty');
    if (urls.empty) {
      for (const name of ['apiGroups', 'resources']) {
        if (rule.get(name).empty) rule.get(name).refuse('valid-object', 'is required');
      }
      return;
    }
    if (kind === 'Role') urls.refuse('valid-object', 'must not be set in a Role');
    for (const name of ['apiGroups', 'resources', 'resourceNames']) {
      if (!rule.get(name).empty) forbid(rule.get(name), 'beside nonResourceURLs');
    }
  },
  'rbac.v1.AggregationRule': (rule) => {
    const selectors = rule.get('clusterRoleSelectors');
    if (selectors.empty) selectors.refuse('valid-object', 'is required');
  },
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
