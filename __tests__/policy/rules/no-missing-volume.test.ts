import { noMissingVolume } from '../../../lib/policy/rules/no-missing-volume';
import { describeRule } from '../support/describe-rule';

describeRule(noMissingVolume, {
  accepts: {
    'a volume of the pod': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: tmp, emptyDir: {} }], containers: [{ name: web, volumeMounts: [{ name: tmp, mountPath: /tmp }] }] } } }
`,
    'a claim template': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, volumeClaimTemplates: [{ metadata: { name: data } }], template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }] } } }
`,
  },
  rejects: {
    'a mount of nothing': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, volumeMounts: [{ name: tmp, mountPath: /tmp }] }] } } }
`,
      "spec.template.spec.containers[web].volumeMounts[/tmp].name: the pod has no volume 'tmp'",
    ],
    'a device that is none, in an init container': [
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [], initContainers: [{ name: format, volumeDevices: [{ name: disk, devicePath: /dev/x }] }] } } }
`,
      "spec.template.spec.initContainers[format].volumeDevices[/dev/x].name: the pod has no volume 'disk'",
    ],
  },
});
