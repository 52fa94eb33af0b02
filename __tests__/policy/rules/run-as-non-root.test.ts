import { runAsNonRoot } from '../../../lib/policy/rules/run-as-non-root';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(runAsNonRoot, {
  accepts: {
    'a pod that says it for all': container('image: web', 'securityContext: { runAsNonRoot: true }'),
    'containers that say it': container('securityContext: { runAsNonRoot: true }'),
  },
  rejects: {
    'a container of which nobody says it': [
      container('image: web'),
      'spec.containers[web].securityContext.runAsNonRoot: web may run as root: runAsNonRoot is not true',
    ],
    'a container that contradicts its pod': [
      container('securityContext: { runAsNonRoot: false }', 'securityContext: { runAsNonRoot: true }'),
      'spec.containers[web].securityContext.runAsNonRoot: web may run as root: runAsNonRoot is not true',
    ],
    'a pod that says no': [
      container('securityContext: { runAsNonRoot: true }', 'securityContext: { runAsNonRoot: false }'),
      'spec.securityContext.runAsNonRoot: the pod may run as root',
    ],
    'a pod with users of its own before 1.35': [
      container('image: web', 'hostUsers: false'),
      'spec.containers[web].securityContext.runAsNonRoot: web may run as root: runAsNonRoot is not true',
    ],
  },
});

describeRule(
  runAsNonRoot,
  {
    accepts: { 'a pod with users of its own from 1.35': container('image: web', 'hostUsers: false') },
    rejects: {
      'a pod with the users of the node': [
        container('image: web', 'hostUsers: true'),
        'spec.containers[web].securityContext.runAsNonRoot: web may run as root: runAsNonRoot is not true',
      ],
    },
  },
  { kubernetes: '1.35' },
);
