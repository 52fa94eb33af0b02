import { servicesAreInternal } from '../../../lib/policy/rules/services-are-internal';
import { describeRule } from '../support/describe-rule';

describeRule(servicesAreInternal, {
  accepts: {
    'a load balancer that the cloud keeps inside, in words of old and of others': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: { service.beta.kubernetes.io/aws-load-balancer-internal: 0.0.0.0/0 } }
spec: { selector: { app: web }, ports: [{ port: 80 }], type: LoadBalancer }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop, annotations: { service.beta.kubernetes.io/openstack-internal-load-balancer: 'true' } }
spec: { selector: { app: api }, ports: [{ port: 80 }], type: LoadBalancer }
`,
    'an address inside the cluster': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
    'a load balancer for known addresses': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8] }
`,
    'a load balancer that the cloud keeps inside': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: { service.beta.kubernetes.io/azure-load-balancer-internal: 'true' } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], type: LoadBalancer }
`,
    'a load balancer of AWS that is internal': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: { service.beta.kubernetes.io/aws-load-balancer-scheme: internal } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], type: LoadBalancer }
`,
  },
  rejects: {
    'a node port': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], type: NodePort }
`,
      'spec.type: is of type NodePort',
    ],
    'a load balancer for everybody': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], type: LoadBalancer, loadBalancerSourceRanges: [0.0.0.0/0] }
`,
      'spec.type: is of type LoadBalancer',
    ],
    'a load balancer of AWS for the internet': [
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: { service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }], type: LoadBalancer }
`,
      'spec.type: is of type LoadBalancer',
    ],
  },
});
