import { spreadSelectsOwnPods } from '../../../lib/policy/rules/spread-selects-own-pods';
import { describeRule } from '../support/describe-rule';

describeRule(spreadSelectsOwnPods, {
  accepts: {
    'the labels of its pods': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [], topologySpreadConstraints: [{ maxSkew: 1, labelSelector: { matchLabels: { app: web } } }] } } }
`,
    'a constraint without a selector': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [], topologySpreadConstraints: [{ maxSkew: 1 }] } } }
`,
  },
  rejects: {
    'the labels of others': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [], topologySpreadConstraints: [{ maxSkew: 1, labelSelector: { matchLabels: { app: api } } }] } } }
`,
      'spec.template.spec.topologySpreadConstraints[0].labelSelector: the pods themselves do not have app=api',
    ],
  },
});
