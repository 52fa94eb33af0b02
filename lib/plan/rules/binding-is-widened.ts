import { isBinding } from '../../manifest/access';
import { type Fields, mapsAt, textAt } from '../../manifest/fields';
import type { PlanRule, Remark } from '../rule';
import { listed } from './common/words';

/** Groups that strangers are in. */
const EVERYBODY = /^system:(authenticated|unauthenticated|anonymous|serviceaccounts)$/;
const ADMINISTRATOR = /^(cluster-admin|admin|system:masters)$/;

/** A new binding of an ordinary role to an account of its own is only noted. */
export const bindingIsWidened: PlanRule = {
  id: 'binding-is-widened',
  what: 'A role is given to somebody who did not have it.',
  levels: ['error', 'warning', 'note'],
  why: 'They may do all that the role allows, and all that will be added to it.',
  link: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
  find: ({ before, after, id }) => {
    if (!after || !isBinding(after)) return [];
    const old = new Set(mapsAt(before?.object, 'subjects').map(subjectName));
    const sameRole = before && textAt(before.object, 'roleRef', 'name') === textAt(after.object, 'roleRef', 'name');
    const added = mapsAt(after.object, 'subjects').filter((subject) => !sameRole || !old.has(subjectName(subject)));
    if (added.length === 0) return [];
    const role = `${textAt(after.object, 'roleRef', 'kind')} ${textAt(after.object, 'roleRef', 'name')}`;
    const everybody = added.filter(({ name }) => EVERYBODY.test(String(name)));
    const where = id.kind === 'ClusterRoleBinding' ? ' in all namespaces' : '';
    const message = `${listed(added.map(subjectName))} ${added.length === 1 ? 'gets' : 'get'} ${role}${where}`;
    const administers = ADMINISTRATOR.test(textAt(after.object, 'roleRef', 'name') ?? '');
    const severity = everybody.length > 0 ? 'error' : administers || before ? 'warning' : 'note';
    return [
      {
        severity,
        path: 'subjects',
        message: everybody.length > 0 ? `${message}: that is everybody` : message,
        remedy: 'bind a role with what is needed to a ServiceAccount of its own',
        risk: severity === 'note' ? undefined : 'privilege',
      } satisfies Remark,
    ];
  },
};

function subjectName({ kind, namespace, name }: Fields): string {
  return `${String(kind)} ${typeof namespace === 'string' ? `${namespace}/` : ''}${String(name)}`;
}
