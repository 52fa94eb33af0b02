import { mapsAt, textAt } from '../../manifest/fields';
import { bindingsIn } from '../../manifest/access';
import type { Resource } from '../../manifest/resource';
import { ERROR, type Rule, type Violation } from '../rule';

/** Who is anybody at all. */
const ANYBODY = new Set(['system:anonymous', 'system:unauthenticated']);

/** Binding `cluster-admin` in one namespace makes an administrator of that namespace, which is no better. */
export const noAdministratorBinding: Rule = {
  id: 'no-administrator-binding',
  severity: ERROR,
  group: 'access',
  what: 'A binding must not make anybody an administrator, nor give a role to whoever is not logged in.',
  why: 'Whoever gets into one pod of the account, or just to the API server, owns the cluster.',
  remedy: 'bind a role with the verbs and resources that the program uses to its ServiceAccount',
  link: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  check: (resources) => bindingsIn(resources).flatMap(violationsOf),
};

function violationsOf(resource: Resource): readonly Violation[] {
  const { object } = resource;
  const isAdmin = textAt(object, 'roleRef', 'name') === 'cluster-admin';
  const role = isAdmin ? [{ resource, path: 'roleRef.name', message: 'the role is cluster-admin' }] : [];
  const subjects = mapsAt(object, 'subjects').flatMap((subject, index): Violation[] => {
    const name = textAt(subject, 'name') ?? '';
    const path = `subjects[${index}].name`;
    if (name === 'system:masters') return [{ resource, path, message: 'the group system:masters may do everything' }];
    return ANYBODY.has(name) ? [{ resource, path, message: `${name} is whoever is not logged in` }] : [];
  });
  return [...role, ...subjects];
}
