import { noServiceAccountToken } from '../../../lib/policy/rules/no-service-account-token';
import { describeRule } from '../support/describe-rule';
import { container, manifests } from '../support/manifests';

describeRule(noServiceAccountToken, {
  accepts: {
    'a pod that gets none': container('image: web', 'automountServiceAccountToken: false'),
    'a pod whose account says that it gets none': manifests(
      '{ apiVersion: v1, kind: ServiceAccount, metadata: { name: web, namespace: shop }, automountServiceAccountToken: false }',
      container('image: web', 'serviceAccountName: web'),
    ),
    'a pod that asks for it': container('image: web', 'automountServiceAccountToken: true'),
    'a pod whose account has a role': manifests(
      '{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: web, namespace: shop }, subjects: [{ kind: ServiceAccount, name: web, namespace: shop }] }',
      container('image: web', 'serviceAccountName: web'),
    ),
  },
  rejects: {
    'a pod that says nothing': [
      container('image: web'),
      'spec.automountServiceAccountToken: the pod gets a token of the ServiceAccount default',
    ],
    'a pod whose account gives one to everybody': [
      manifests(
        '{ apiVersion: v1, kind: ServiceAccount, metadata: { name: web, namespace: shop }, automountServiceAccountToken: true }',
        container('image: web', 'serviceAccountName: web'),
      ),
      'spec.automountServiceAccountToken: the pod gets a token of the ServiceAccount web',
    ],
    'a pod whose namesake elsewhere has a role': [
      manifests(
        '{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: web, namespace: shop }, subjects: [{ kind: ServiceAccount, name: web, namespace: blog }] }',
        container('image: web', 'serviceAccountName: web'),
      ),
      'spec.automountServiceAccountToken: the pod gets a token of the ServiceAccount web',
    ],
  },
});
