import { noMissingClaim } from '../../../lib/policy/rules/no-missing-claim';
import { describeRule } from '../support/describe-rule';

describeRule(
  noMissingClaim,
  {
    accepts: {
      'a claim that is there': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }], containers: [] } } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { accessModes: [ReadWriteOnce] }
`,
      'a claim of a StatefulSet': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data-db-0 } }], containers: [] } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, volumeClaimTemplates: [{ metadata: { name: data } }], template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'a volume that a claim template takes the place of': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, volumeClaimTemplates: [{ metadata: { name: data } }], template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }], containers: [] } } }
`,
      'a claim that is declared': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: outside } }], containers: [] } } }
`,
    },
    rejects: {
      'a claim that is not there': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }], containers: [] } } }
`,
        "spec.template.spec.volumes[data].persistentVolumeClaim.claimName: PersistentVolumeClaim 'data' is not there",
      ],
      'a claim of a StatefulSet that has none of this name': [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: logs-db-0 } }], containers: [] } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, volumeClaimTemplates: [{ metadata: { name: data } }], template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
        "spec.template.spec.volumes[data].persistentVolumeClaim.claimName: PersistentVolumeClaim 'logs-db-0' is not there",
      ],
      'a copy of a claim that is not there': [
        `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: copy, namespace: shop }
spec: { dataSource: { kind: PersistentVolumeClaim, name: data } }
`,
        "spec.dataSource.name: PersistentVolumeClaim 'data' is not there",
      ],
    },
  },
  { external: [{ kind: 'PersistentVolumeClaim', name: 'outside' }] },
);
