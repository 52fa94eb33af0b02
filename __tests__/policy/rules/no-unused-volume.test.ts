import { noUnusedVolume } from '../../../lib/policy/rules/no-unused-volume';
import { describeRule } from '../support/describe-rule';

describeRule(noUnusedVolume, {
  accepts: {
    'a volume whose mount is misspelt, which is one mistake': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: tmp, emptyDir: {} }], containers: [{ name: web, volumeMounts: [{ name: temp, mountPath: /tmp }] }] } } }
`,
    'a volume that is mounted': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: tmp, emptyDir: {} }], containers: [{ name: web, volumeMounts: [{ name: tmp, mountPath: /tmp }] }] } } }
`,
  },
  rejects: {
    'a volume that nobody mounts': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: tmp, emptyDir: {} }], containers: [{ name: web }] } } }
`,
      "spec.template.spec.volumes[tmp]: no container mounts 'tmp'",
    ],
    'a claim that nobody mounts': [
      `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, volumeClaimTemplates: [{ metadata: { name: data } }], template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      "spec.volumeClaimTemplates[data]: no container mounts 'data'",
    ],
  },
});
