import { noDuplicatePorts } from '../../../lib/policy/rules/no-duplicate-ports';
import { describeRule } from '../support/describe-rule';

const pod = (ports: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, image: a, ports: ${ports} }] } }`;

describeRule(noDuplicatePorts, {
  accepts: {
    'different ports': pod('[{ containerPort: 80 }, { containerPort: 81 }]'),
    'one number in two protocols': pod('[{ containerPort: 53 }, { containerPort: 53, protocol: UDP }]'),
  },
  rejects: {
    'one number under two names': [
      pod('[{ name: web, containerPort: 80 }, { name: http, containerPort: 80, protocol: TCP }]'),
      'spec.containers[a].ports[80]: the number is there twice: 80 TCP',
    ],
  },
});
