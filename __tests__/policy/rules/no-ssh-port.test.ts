import { noSshPort } from '../../../lib/policy/rules/no-ssh-port';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noSshPort, {
  accepts: {
    'the same number of another protocol': container('ports: [{ containerPort: 22, protocol: UDP }]'),
    'another port': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] } } }
`,
  },
  rejects: {
    'the port of SSH': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 22 }] }] } } }
`,
      'spec.template.spec.containers[web].ports[http].containerPort: is 22, the port of SSH',
    ],
  },
});
