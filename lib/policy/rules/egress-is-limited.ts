import { openPods } from '../isolation';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** Whom a pod may reach should be said. */
export const egressIsLimited: Rule = {
  id: 'egress-is-limited',
  severity: PRODUCTION_WARNING,
  group: 'networking',
  what: 'A NetworkPolicy should say whom the pods of a workload may reach.',
  why: 'Whoever takes over a pod without one can call home, and reach all else in the cluster that is open.',
  remedy: 'add a NetworkPolicy with policyTypes: [Egress] that selects them and allows DNS and what they need',
  link: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  check: (resources) =>
    openPods('Egress', resources).map(({ resource }) => ({
      resource,
      message: 'no NetworkPolicy says whom its pods may reach',
    })),
};
