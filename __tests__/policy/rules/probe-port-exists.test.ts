import { probePortExists } from '../../../lib/policy/rules/probe-port-exists';
import { describeRule } from '../support/describe-rule';

describeRule(probePortExists, {
  accepts: {
    'the name of a port': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], livenessProbe: { httpGet: { port: http } } }] } } }
`,
    'a number, which needs no name': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], livenessProbe: { tcpSocket: { port: 9090 } } }] } } }
`,
    'a probe without a port': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], livenessProbe: { exec: { command: [ask] } } }] } } }
`,
  },
  rejects: {
    'a name that the container does not have': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], readinessProbe: { httpGet: { port: web } } }] } } }
`,
      "spec.template.spec.containers[web].readinessProbe.httpGet.port: the container has no port 'web'",
    ],
    'the name of a port of another container': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 80 }] }, { name: agent, startupProbe: { tcpSocket: { port: http } } }] } } }
`,
      "spec.template.spec.containers[agent].startupProbe.tcpSocket.port: the container has no port 'http'",
    ],
    'a hook that calls nobody': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], lifecycle: { preStop: { httpGet: { port: admin } } } }] } } }
`,
      "spec.template.spec.containers[web].lifecycle.preStop.httpGet.port: the container has no port 'admin'",
    ],
  },
});
