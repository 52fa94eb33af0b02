import { accountNameOf, hasRole, tokenOf } from '../../manifest/service-account';
import { checkPods } from '../each-container';
import { type Rule, WARNING } from '../rule';

/** Says nothing of a pod that asks for its token, or whose account the manifests give a role. */
export const noServiceAccountToken: Rule = {
  id: 'no-service-account-token',
  severity: WARNING,
  group: 'security',
  what: 'A pod must not get a token for the API server unless it asks for one.',
  why: 'Whoever breaks into the pod may speak to the API server in its name.',
  remedy: 'set automountServiceAccountToken to false, or to true if the program speaks to the API server',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  ...checkPods((pod, resources) =>
    tokenOf(resources, pod) === 'by default' && !hasRole(resources, pod)
      ? ['automountServiceAccountToken', `the pod gets a token of the ServiceAccount ${accountNameOf(pod)}`]
      : undefined,
  ),
};
