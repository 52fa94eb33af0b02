import { requireNumericUser } from '../../../lib/policy/rules/require-numeric-user';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(requireNumericUser, {
  accepts: {
    'a number for the pod': container('image: web', 'securityContext: { runAsNonRoot: true, runAsUser: 999 }'),
    'a number for the container': container(
      'securityContext: { runAsUser: 999 }',
      'securityContext: { runAsNonRoot: true }',
    ),
    'a container that may be root': container('image: web'),
    'a container that may be root, unlike its pod': container(
      'securityContext: { runAsNonRoot: false }',
      'securityContext: { runAsNonRoot: true }',
    ),
  },
  rejects: {
    none: [
      container('image: web', 'securityContext: { runAsNonRoot: true }'),
      'spec.containers[web].securityContext.runAsUser: web must not run as root, and has no number of a user',
    ],
  },
});
