import { noExternalIps } from '../../../lib/policy/rules/no-external-ips';
import { describeRule } from '../support/describe-rule';

describeRule(noExternalIps, {
  accepts: {
    'a Service without them': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
    'an empty list': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], externalIPs: [] }
`,
  },
  rejects: {
    addresses: [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], externalIPs: [192.0.2.1, 192.0.2.2] }
`,
      'spec.externalIPs: claims 192.0.2.1, 192.0.2.2',
    ],
  },
});
