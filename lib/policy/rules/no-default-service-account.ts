import { fieldAt } from '../../manifest/fields';
import type { DescribedPod } from '../../manifest/pods';
import { accountNameOf, hasRole, tokenOf } from '../../manifest/service-account';
import { checkPods } from '../each-container';
import { type Rule, WARNING } from '../rule';

/**
 * Without a token the account is nobody's business, and the default one will do. Of a pod that says neither,
 * `no-service-account-token` tells.
 */
export const noDefaultServiceAccount: Rule = {
  id: 'no-default-service-account',
  severity: WARNING,
  group: 'security',
  what: 'A pod that gets a token must have a ServiceAccount of its own.',
  why: 'A role that one pod needs would be given to every pod of the namespace that names no account.',
  remedy: 'set serviceAccountName to an account of the workload, or automountServiceAccountToken to false',
  link: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
  ...checkPods((pod, resources) => {
    const token = tokenOf(resources, pod);
    if (accountNameOf(pod) !== 'default' || token === 'none') return undefined;
    if (token === 'by default' && !namesAccount(pod) && !hasRole(resources, pod)) return undefined;
    return ['serviceAccountName', 'the pod speaks to the API server as the ServiceAccount default'];
  }),
};

function namesAccount({ spec }: DescribedPod): boolean {
  return Boolean(fieldAt(spec, 'serviceAccountName') ?? fieldAt(spec, 'serviceAccount'));
}
