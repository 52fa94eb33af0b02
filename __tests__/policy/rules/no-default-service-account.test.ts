import { noDefaultServiceAccount } from '../../../lib/policy/rules/no-default-service-account';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noDefaultServiceAccount, {
  accepts: {
    'an account of its own': container('image: web', 'serviceAccountName: web'),
    'the old word for it': container('image: web', 'serviceAccount: web'),
    'the default one without a token': container('image: web', 'automountServiceAccountToken: false'),
  },
  rejects: {
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
