import { openPods } from '../isolation';
import type { Rule } from '../rule';

/** Who may reach a pod must be said. */
export const podsAreIsolated: Rule = {
  id: 'pods-are-isolated',
  severity: { development: 'warning', production: 'error' },
  group: 'networking',
  what: 'A NetworkPolicy must say who may reach the pods of a workload.',
  why: 'Without one, every pod of the cluster reaches every port of them.',
  remedy: 'add a NetworkPolicy that selects them and lets in those who need it; one without ingress rules denies all',
  link: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic',
  check: (resources) =>
    openPods('Ingress', resources).map(({ resource }) => ({
      resource,
      message: 'no NetworkPolicy says who may reach its pods',
    })),
};
