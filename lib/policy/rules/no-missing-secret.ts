import { missingReferences } from '../missing-references';
import { ERROR, type Rule } from '../rule';

/** A Secret that is used must be known. */
export const noMissingSecret: Rule = {
  id: 'no-missing-secret',
  severity: ERROR,
  group: 'references',
  what: 'A Secret that is used must be declared, or be created by something in the manifests.',
  why: 'Containers that read it do not start, and hosts whose certificate it holds are served with a wrong one.',
  remedy:
    'say which keys it has with Credentials.fromExistingSecret, or declare it in environment.external (--external Secret/<name>)',
  link: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  check: (resources, target) => missingReferences('Secret', resources, target),
};
