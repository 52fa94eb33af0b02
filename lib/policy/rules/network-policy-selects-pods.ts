import { PRODUCTION_WARNING, type Rule } from '../rule';
import { selectingNoPod } from '../selected-pods';

/** A NetworkPolicy should be for some pod. */
export const networkPolicySelectsPods: Rule = {
  id: 'network-policy-selects-pods',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'The podSelector of a NetworkPolicy should match the labels of some pod in its namespace.',
  why: 'The policy has no effect: the pods that it was written for are as open, or as closed, as without it.',
  remedy: "correct the selector, or the labels of the pods' template",
  link: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  check: (resources) => selectingNoPod('NetworkPolicy', 'policy', resources),
};
