import { structuralRule } from '../structural-rule';

/** A manifest for a version that is gone, or not there yet, cannot be applied. */
export const servedApiVersion = structuralRule({
  id: 'served-api-version',
  what: 'The target version of Kubernetes must serve the apiVersion and kind of an object.',
  why: 'kubectl finds no place to send the object to, and the rest of the manifests may already be applied.',
  remedy: 'use the version that the message names, or correct the Kubernetes version of the environment',
  link: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
});
