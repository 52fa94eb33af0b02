import { noDefaultServiceAccount } from '../../../lib/policy/rules/no-default-service-account';
import { describeRule } from '../support/describe-rule';
import { container, manifests } from '../support/manifests';

describeRule(noDefaultServiceAccount, {
  accepts: {
    'a pod that says nothing, of which no-service-account-token tells': container('image: web'),
    'an account of its own': container('image: web', 'serviceAccountName: web'),
    'the old word for it': container('image: web', 'serviceAccount: web'),
    'the default one without a token': container('image: web', 'automountServiceAccountToken: false'),
  },
  rejects: {
    'the default one with a role, though it asks for no token': [
      manifests(
        container('image: web'),
        '{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: a, namespace: shop }, roleRef: { kind: Role, name: a }, subjects: [{ kind: ServiceAccount, name: default }] }',
      ),
      'spec.serviceAccountName: the pod speaks to the API server as the ServiceAccount default',
    ],
    'the default one with a token': [
      container('image: web', 'automountServiceAccountToken: true'),
      'spec.serviceAccountName: the pod speaks to the API server as the ServiceAccount default',
    ],
    'the default one by name': [
      container('image: web', 'serviceAccountName: default'),
      'spec.serviceAccountName: the pod speaks to the API server as the ServiceAccount default',
    ],
  },
});
