import { noHostProcess } from '../../../lib/policy/rules/no-host-process';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  noHostProcess,
  {
    accepts: {
      'a pod without Windows options': container('image: web'),
      'a container that says no': container('securityContext: { windowsOptions: { hostProcess: false } }'),
    },
    rejects: {
      'a container of the node': [
        container('securityContext: { windowsOptions: { hostProcess: true } }'),
        'spec.containers[web].securityContext.windowsOptions.hostProcess: web runs as a process of the node',
      ],
      'a pod of the node': [
        container('image: web', 'securityContext: { windowsOptions: { hostProcess: true } }'),
        'spec.securityContext.windowsOptions.hostProcess: the pod runs as processes of the node',
      ],
    },
  },
  { podSecurity: 'baseline' },
);
