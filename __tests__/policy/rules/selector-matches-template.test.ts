import { selectorMatchesTemplate } from '../../../lib/policy/rules/selector-matches-template';
import { describeRule } from '../support/describe-rule';

describeRule(selectorMatchesTemplate, {
  accepts: {
    'a selector that the template answers': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
    'expressions that the template answers': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchExpressions: [{ key: app, operator: In, values: [web, api] }, { key: tier, operator: DoesNotExist }] }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
    'a Job, which makes its selector itself': `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec: { template: { metadata: {}, spec: { containers: [] } } }
`,
    'a Rollout of somebody else, which may know better': `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { spec: { containers: [] } } }
`,
  },
  rejects: {
    'another label in the template': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: api } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.selector: the template does not have app=api',
    ],
    'a label that the template lacks': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchExpressions: [{ key: tier, operator: Exists }] }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.selector: the template does not have tier',
    ],
    'a ReplicationController with another label': [
      `
apiVersion: v1
kind: ReplicationController
metadata: { name: web, namespace: shop }
spec: { selector: { app: api }, template: { metadata: { labels: { app: web } }, spec: { containers: [] } } }
`,
      'spec.selector: the template does not have app=api',
    ],
  },
});
