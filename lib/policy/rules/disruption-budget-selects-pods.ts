import { type Rule } from '../rule';
import { selectingNoPod } from '../selected-pods';

/** A PodDisruptionBudget must protect some pod. */
export const disruptionBudgetSelectsPods: Rule = {
  id: 'disruption-budget-selects-pods',
  severity: { development: 'warning', production: 'error' },
  group: 'references',
  what: 'The selector of a PodDisruptionBudget must match the labels of some pod in its namespace.',
  why: 'The budget protects nothing: when nodes are drained, all pods that it was written for may go at once.',
  remedy: "correct the selector, or the labels of the pods' template",
  link: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  check: (resources) => selectingNoPod('PodDisruptionBudget', 'budget', resources),
};
