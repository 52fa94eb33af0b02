import { structuralRule } from '../structural-rule';

/** A field that Kubernetes does not know is dropped or refused; a value of the wrong type is always refused. */
export const validSchema = structuralRule({
  id: 'valid-schema',
  locked: true,
  what: 'An object must have the fields, types and values that its kind has in the target version of Kubernetes.',
  why: 'The API server refuses the object, or, asked to be lenient, drops what it does not know.',
  remedy: 'correct the name or value of the field',
  link: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
});
