import { noSnippetAnnotations } from '../../../lib/policy/rules/no-snippet-annotations';
import { describeRule } from '../support/describe-rule';

describeRule(noSnippetAnnotations, {
  accepts: {
    'other annotations': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/proxy-body-size: 8m } }
spec: {  }
`,
  },
  rejects: {
    'configuration-snippet of ingress-nginx': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/configuration-snippet: x } }
spec: {  }
`,
      'metadata.annotations[nginx.ingress.kubernetes.io/configuration-snippet]: nginx.ingress.kubernetes.io/configuration-snippet is a snippet',
    ],
    'server-snippet of ingress-nginx': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/server-snippet: x } }
spec: {  }
`,
      'metadata.annotations[nginx.ingress.kubernetes.io/server-snippet]: nginx.ingress.kubernetes.io/server-snippet is a snippet',
    ],
    'location-snippets of F5 NGINX': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.org/location-snippets: x } }
spec: {  }
`,
      'metadata.annotations[nginx.org/location-snippets]: nginx.org/location-snippets is a snippet',
    ],
    'backend-config-snippet of HAProxy': [
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { haproxy.org/backend-config-snippet: x } }
spec: {  }
`,
      'metadata.annotations[haproxy.org/backend-config-snippet]: haproxy.org/backend-config-snippet is a snippet',
    ],
  },
});
