import { missingReferences } from '../missing-references';
import { type Rule, WARNING } from '../rule';

/** The ServiceAccount that a binding is for should be there. */
export const noMissingSubject: Rule = {
  id: 'no-missing-subject',
  severity: WARNING,
  group: 'access',
  what: 'The ServiceAccount that a binding gives a role to should be there, or be declared.',
  why: 'Nobody gets the role now, and whoever creates an account of this name later gets it silently.',
  remedy:
    'add the ServiceAccount, correct its name or namespace, or declare it in environment.external (--external ServiceAccount/<name>)',
  link: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
  check: (resources, target) =>
    missingReferences('ServiceAccount', resources, target, ({ path }) => path.startsWith('subjects[')),
};
