import { missingReferences } from '../missing-references';
import { type Rule, WARNING } from '../rule';

/** The role that a binding gives should be there. */
export const noMissingRole: Rule = {
  id: 'no-missing-role',
  severity: WARNING,
  group: 'access',
  what: 'The Role or ClusterRole that a binding gives should be there, or be declared.',
  why: 'The binding gives nothing now, and whoever creates a role of this name later decides what it gives.',
  remedy:
    'add the role, correct the name, or declare it in environment.external (--external Role/<name> or ClusterRole/<name>)',
  link: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
  check: (resources, target) => [
    ...missingReferences('Role', resources, target),
    ...missingReferences('ClusterRole', resources, target),
  ],
};
