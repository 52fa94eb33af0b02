import { ERROR, type Rule } from '../rule';
import { selectingNoPod } from '../selected-pods';

/** A Service must lead to pods. */
export const serviceSelectsPods: Rule = {
  id: 'service-selects-pods',
  severity: ERROR,
  group: 'references',
  what: 'The selector of a Service must match the labels of some pod in its namespace.',
  why: 'The Service has no endpoints, and whoever connects to it is refused.',
  remedy: "correct the selector, or the labels of the pods' template; a Service for what others run has no selector",
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  check: (resources) => selectingNoPod('Service', 'service', resources),
};
