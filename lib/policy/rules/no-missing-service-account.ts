import { missingReferences } from '../missing-references';
import { ERROR, type Rule } from '../rule';

/** The ServiceAccount of a pod must be there. */
export const noMissingServiceAccount: Rule = {
  id: 'no-missing-service-account',
  severity: ERROR,
  group: 'references',
  what: 'The ServiceAccount of a pod must be there, or be declared.',
  why: 'The API server refuses to create the pod.',
  remedy:
    'add the ServiceAccount, correct the name, or declare it in environment.external (--external ServiceAccount/<name>)',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  check: (resources, target) =>
    missingReferences('ServiceAccount', resources, target, ({ path }) => !path.startsWith('subjects[')),
};
