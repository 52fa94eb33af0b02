import { platformObjectsAreDeclared } from '../../../lib/policy/rules/platform-objects-are-declared';
import { describeRule } from '../support/describe-rule';

describeRule(
  platformObjectsAreDeclared,
  {
    accepts: {
      'a class that is declared': `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: ssd }
`,
      'a class that is rendered': `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: own }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: own }
provisioner: x
`,
      'a kind of which nothing is declared': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { priorityClassName: high, containers: [] } } }
`,
      "the cluster's default": `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: "" }
`,
    },
    rejects: {
      'another class': [
        `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: sdd }
`,
        "spec.storageClassName: StorageClass 'sdd' is not declared ('ssd')",
      ],
      'another class of a claim template': [
        `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast } }], template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
        "spec.volumeClaimTemplates[data].spec.storageClassName: StorageClass 'fast' is not declared ('ssd')",
      ],
      'another Gateway': [
        `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: internal, namespace: gateway }] }
`,
        "spec.parentRefs[0].name: Gateway 'internal' is not declared ('public')",
      ],
    },
  },
  {
    external: [
      { kind: 'StorageClass', name: 'ssd' },
      { kind: 'Gateway', name: 'public' },
    ],
  },
);
