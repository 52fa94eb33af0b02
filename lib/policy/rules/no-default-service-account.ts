import { accountNameOf, tokenOf } from '../../manifest/service-account';
import { checkPods } from '../each-container';
import { type Rule, WARNING } from '../rule';

/** Without a token the account is nobody's business, and the default one will do. */
export const noDefaultServiceAccount: Rule = {
  id: 'no-default-service-account',
  severity: WARNING,
  group: 'security',
  what: 'A pod that gets a token must have a ServiceAccount of its own.',
  why: 'A role that one pod needs would be given to every pod of the namespace that names no account.',
  remedy: 'set serviceAccountName to an account of the workload, or automountServiceAccountToken to false',
  link: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
  check: checkPods((pod, resources) =>
    accountNameOf(pod) === 'default' && tokenOf(resources, pod) !== 'none'
      ? ['serviceAccountName', 'the pod speaks to the API server as the ServiceAccount default']
      : undefined,
  ),
};
