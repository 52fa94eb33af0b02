import { noRootUser } from '../../../lib/policy/rules/no-root-user';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noRootUser, {
  accepts: {
    'no user, which run-as-non-root asks about': container('image: web'),
    'another user': container('securityContext: { runAsUser: 999 }', 'securityContext: { runAsUser: 70 }'),
  },
  rejects: {
    root: [
      container('securityContext: { runAsUser: 0 }'),
      'spec.containers[web].securityContext.runAsUser: web runs as user 0',
    ],
    'root for the pod': [
      container('image: web', 'securityContext: { runAsUser: 0 }'),
      'spec.securityContext.runAsUser: the pod runs as user 0',
    ],
    'root among users of its own before 1.35': [
      container('securityContext: { runAsUser: 0 }', 'hostUsers: false'),
      'spec.containers[web].securityContext.runAsUser: web runs as user 0',
    ],
  },
});

describeRule(
  noRootUser,
  {
    accepts: {
      'root among users of its own from 1.35': container('securityContext: { runAsUser: 0 }', 'hostUsers: false'),
    },
  },
  { kubernetes: '1.35' },
);
