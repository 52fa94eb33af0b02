import { networkPolicyPeersExist } from '../../../lib/policy/rules/network-policy-peers-exist';
import { describeRule } from '../support/describe-rule';

describeRule(networkPolicyPeersExist, {
  accepts: {
    'the DNS of the cluster, where the manifests have something beside it': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, egress: [{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }, podSelector: { matchLabels: { k8s-app: kube-dns } } }] }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: metrics, namespace: kube-system }
`,
    'a peer that is there': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
    'a namespace that the manifests know nothing of': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }, podSelector: { matchLabels: { app: prometheus } } }] }] }
`,
    'any namespace': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: prometheus } } }] }] }
`,
    'all pods, and addresses': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, egress: [{ to: [{ podSelector: {} }, { ipBlock: { cidr: 10.0.0.0/8 } }] }] }
`,
  },
  rejects: {
    'a peer that is not there': [
      `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: api } } }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.ingress[0].from[0].podSelector: no pod has app=api',
    ],
    'a peer that is not in the namespace, of which the manifests know': [
      `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, egress: [{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: blog } }, podSelector: { matchLabels: { app: db } } }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: blog }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
`,
      'spec.egress[0].to[0].podSelector: no pod has app=db',
    ],
    'a peer in a namespace by its own label': [
      `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, egress: [{ to: [{ namespaceSelector: { matchLabels: { team: blog } }, podSelector: { matchLabels: { app: db } } }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: blog }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web:1 }] } } }
---
apiVersion: v1
kind: Namespace
metadata: { name: blog, labels: { team: blog } }
spec: {}
`,
      'spec.egress[0].to[0].podSelector: no pod has app=db',
    ],
  },
});
