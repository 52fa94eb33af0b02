import { structuralRule } from '../structural-rule';

/** Numbers and names of ports. */
export const validPorts = structuralRule({
  id: 'valid-ports',
  what: 'Ports must be between 1 and 65535 or well-formed names, and be allowed where they are.',
  why: 'The API server refuses the object.',
  remedy: 'use a number from 1 to 65535, or a name of at most 15 lower-case letters, digits and "-"',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#port-definitions',
});
