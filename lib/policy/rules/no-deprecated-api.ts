import { WARNING } from '../rule';
import { structuralRule } from '../structural-rule';

/** What is deprecated works today and goes with one of the next upgrades. */
export const noDeprecatedApi = structuralRule({
  id: 'no-deprecated-api',
  severity: WARNING,
  what: 'An object should not use kinds, fields, annotations or labels that are deprecated.',
  why: 'They stop working with a later version of Kubernetes, some of them without a word.',
  remedy: 'use what the message names',
  link: 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
});
