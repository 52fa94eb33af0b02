import { structuralRule } from '../structural-rule';

/** Labels have a syntax and a length of their own. */
export const validLabels = structuralRule({
  id: 'valid-labels',
  what: 'Keys and values of labels, selectors and annotations must be well formed, and a selector must not be empty.',
  why: 'The API server refuses the object.',
  remedy: 'use letters, digits, "-", "_" and ".", 63 characters at most; longer texts belong into annotations',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
});
