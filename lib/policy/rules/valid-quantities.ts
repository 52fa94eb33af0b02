import { structuralRule } from '../structural-rule';

/** CPU, memory and storage. */
export const validQuantities = structuralRule({
  id: 'valid-quantities',
  what: 'Quantities must be well formed and not negative, and a request must not exceed its limit.',
  why: 'The API server refuses the object.',
  remedy: 'write quantities like 250m, 512Mi or 10Gi',
  link: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
});
