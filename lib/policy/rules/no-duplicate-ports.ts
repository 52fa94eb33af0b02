import { WARNING } from '../rule';
import { structuralRule } from '../structural-rule';

/** A container that lists a port twice is accepted, and kubectl then loses one of them. */
export const noDuplicatePorts = structuralRule({
  id: 'no-duplicate-ports',
  severity: WARNING,
  what: 'A container should not list the same port and protocol twice.',
  why: 'The API server accepts it, but a later kubectl apply merges ports by number and loses one of them.',
  remedy: 'keep one of them: a port can have one name only',
  link: 'https://github.com/kubernetes/kubernetes/issues/39188',
});
