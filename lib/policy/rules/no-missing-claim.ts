import { missingReferences } from '../missing-references';
import { ERROR, type Rule } from '../rule';

/** A claim that a pod mounts must be there. */
export const noMissingClaim: Rule = {
  id: 'no-missing-claim',
  severity: ERROR,
  group: 'references',
  what: 'A PersistentVolumeClaim that a pod mounts must be there, or be declared.',
  why: 'The pod is never scheduled: it stays Pending.',
  remedy:
    'add the claim, correct the name, or declare it in environment.external (--external PersistentVolumeClaim/<name>)',
  link: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes',
  check: (resources, target) => missingReferences('PersistentVolumeClaim', resources, target),
};
