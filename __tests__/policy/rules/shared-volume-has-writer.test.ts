import { sharedVolumeHasWriter } from '../../../lib/policy/rules/shared-volume-has-writer';
import { describeRule } from '../support/describe-rule';

describeRule(sharedVolumeHasWriter, {
  accepts: {
    'a writer and a reader': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: logs, emptyDir: {} }], containers: [{ name: web, volumeMounts: [{ name: logs, mountPath: /logs }] }, { name: agent, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }] } } }
`,
    'an empty folder that hides another from one container': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: none, emptyDir: {} }], containers: [{ name: web, volumeMounts: [{ name: none, mountPath: /x, readOnly: true }] }] } } }
`,
    'a ConfigMap that all read': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: logs, configMap: { name: c } }], containers: [{ name: web, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }, { name: agent, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }] } } }
`,
  },
  rejects: {
    'readers alone': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: logs, emptyDir: {} }], containers: [{ name: web, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }, { name: agent, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }] } } }
`,
      'spec.template.spec.volumes[logs]: web and agent only read it, and nobody writes',
    ],
  },
});
