import { structuralRule } from '../structural-rule';

/** Lists whose items have an identity: containers, variables, ports, volumes, mounts. */
export const noDuplicates = structuralRule({
  id: 'no-duplicates',
  what: 'Two items of a list must not have the same name, or whatever else tells them apart.',
  why: 'The API server refuses the object, or kubectl apply cannot tell which of the two is meant.',
  remedy: 'remove one of them or give it another name',
  link: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy',
});
