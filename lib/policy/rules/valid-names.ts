import { structuralRule } from '../structural-rule';

/** Names become parts of DNS names, URLs and file names. */
export const validNames = structuralRule({
  id: 'valid-names',
  what: 'Names of objects, containers, volumes, variables and keys must be written as their kind asks for.',
  why: 'The API server refuses the object.',
  remedy: 'use lower-case letters, digits and "-", and stay within the length',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
});
