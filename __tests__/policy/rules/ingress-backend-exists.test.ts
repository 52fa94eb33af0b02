import { ingressBackendExists } from '../../../lib/policy/rules/ingress-backend-exists';
import { describeRule } from '../support/describe-rule';

describeRule(
  ingressBackendExists,
  {
    accepts: {
      'a port by name': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      'a port by number': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
      'a Service that is declared': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: outside, port: { number: 80 } } } }
`,
      'a backend that is no Service': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { resource: { kind: StorageBucket, name: files } } }
`,
      'an action of AWS': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: redirect, port: { name: use-annotation } } } }
`,
      'any port of a name outside': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 443 } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: ExternalName, externalName: example.com }
`,
    },
    rejects: {
      'a Service that is not there': [
        `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }
`,
        "spec.rules[0].http.paths[0].backend.service.name: Service 'web' is not there",
      ],
      'a Service of another namespace': [
        `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: blog }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
        "spec.rules[0].http.paths[0].backend.service.name: Service 'web' is not there: namespace 'blog' has one",
      ],
      'the number of the container instead of that of the Service': [
        `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 8080 } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
        "spec.rules[0].http.paths[0].backend.service.port.number: Service 'web' has no port '8080' (it has http, 80)",
      ],
      'a name that the Service does not have': [
        `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { name: web } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
`,
        "spec.rules[0].http.paths[0].backend.service.port.name: Service 'web' has no port 'web' (it has http, 80)",
      ],
    },
  },
  { external: [{ kind: 'Service', name: 'outside' }] },
);
