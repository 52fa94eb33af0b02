import { structuralRule } from '../structural-rule';

/** A field whose feature is off is dropped without a word, also by strict validation. */
export const availableFeatures = structuralRule({
  id: 'available-features',
  what: 'An object must not use a feature that the target version of Kubernetes does not have, or has switched off.',
  why: 'The API server drops the field without a word: a native sidecar becomes an init container that never ends.',
  remedy: 'leave the field out, or raise the Kubernetes version of the environment',
  link: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
});
