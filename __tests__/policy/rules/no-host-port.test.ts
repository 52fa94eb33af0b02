import { noHostPort } from '../../../lib/policy/rules/no-host-port';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  noHostPort,
  {
    accepts: {
      'a port of the container': container('ports: [{ containerPort: 80 }]'),
      'the port 0, which is none': container('ports: [{ containerPort: 80, hostPort: 0 }]'),
    },
    rejects: {
      'a port of the node': [
        container('ports: [{ name: http, containerPort: 80, hostPort: 8080 }]'),
        'spec.containers[web].ports[http].hostPort: web takes port 8080 of the node',
      ],
      'each by itself': [
        container('ports: [{ containerPort: 1, hostPort: 1 }, { containerPort: 2, hostPort: 2 }]'),
        'spec.containers[web].ports[1].hostPort: web takes port 1 of the node',
        'spec.containers[web].ports[2].hostPort: web takes port 2 of the node',
      ],
    },
  },
  { podSecurity: 'baseline' },
);
