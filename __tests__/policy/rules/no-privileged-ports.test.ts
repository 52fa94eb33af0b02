import { noPrivilegedPorts } from '../../../lib/policy/rules/no-privileged-ports';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noPrivilegedPorts, {
  accepts: {
    'the first port for everybody': container('ports: [{ containerPort: 1024 }]'),
    'a port for everybody': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] } } }
`,
    'the capability to bind': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 80 }], securityContext: { capabilities: { add: [NET_BIND_SERVICE] } } }] } } }
`,
    'a pod in which all ports are for everybody': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { securityContext: { sysctls: [{ name: net.ipv4.ip_unprivileged_port_start, value: '0' }] }, containers: [{ name: web, ports: [{ name: http, containerPort: 80 }] }] } } }
`,
  },
  rejects: {
    'the last port for root': [
      container('ports: [{ containerPort: 1023 }]'),
      'spec.containers[web].ports[0].containerPort: is 1023',
    ],
    'a port for root': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 80 }] }] } } }
`,
      'spec.template.spec.containers[web].ports[http].containerPort: is 80',
    ],
  },
});
