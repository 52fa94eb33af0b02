import { structuralRule } from '../structural-rule';

/** Everything else that the API server refuses: ranges, combinations of fields, paths, addresses. */
export const validObject = structuralRule({
  id: 'valid-object',
  what: 'An object must pass the validation of the API server.',
  why: 'The API server refuses the object.',
  remedy: 'change the value as the message says',
  link: 'https://kubernetes.io/docs/reference/kubernetes-api/',
});
