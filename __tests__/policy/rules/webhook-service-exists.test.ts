import { webhookServiceExists } from '../../../lib/policy/rules/webhook-service-exists';
import { describeRule } from '../support/describe-rule';

const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: guard, namespace: shop }
spec: { selector: { app: guard }, ports: [{ name: https, port: 443, targetPort: 8443 }] }
`;

/** A part of the API that somebody serves, without its spec. */
const API = `
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1.carts.example.com }
`;

describeRule(
  webhookServiceExists,
  {
    accepts: {
      'a webhook at a Service with port 443': `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: guard }
webhooks: [{ name: guard.example.com, clientConfig: { service: { name: guard, namespace: shop, path: /validate } } }]
---${SERVICE}`,
      'a webhook outside the cluster': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: guard }
webhooks: [{ name: guard.example.com, clientConfig: { url: https://guard.example.com/mutate } }]
`,
      'a namespace that the manifests know nothing of': `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: guard }
webhooks: [{ name: guard.example.com, clientConfig: { service: { name: guard, namespace: elsewhere } } }]
`,
      'a Service that is declared': `${API}spec: { service: { name: outside, namespace: shop } }
---${SERVICE}`,
      'a Service in a namespace that is said when it is applied': `${API}spec: { service: { name: carts, namespace: shop } }
---
apiVersion: v1
kind: Service
metadata: { name: carts }
spec: { selector: { app: carts }, ports: [{ port: 443 }] }
`,
      'a part of the API that the API server serves itself': `${API}spec: { group: carts.example.com, version: v1 }
---${SERVICE}`,
      'custom resources that nobody converts': `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: carts.example.com }
spec: { conversion: { strategy: None } }
---${SERVICE}`,
      'a Service that stands for a name': `${API}spec: { service: { name: carts, namespace: shop } }
---
apiVersion: v1
kind: Service
metadata: { name: carts, namespace: shop }
spec: { type: ExternalName, externalName: carts.example.com }
`,
    },
    rejects: {
      'a webhook whose Service is not there, once however often it is named': [
        `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: guard }
webhooks:
  - { name: a.example.com, clientConfig: { service: { name: gaurd, namespace: shop } } }
  - { name: b.example.com, clientConfig: { service: { name: gaurd, namespace: shop } } }
---${SERVICE}`,
        "webhooks[a.example.com].clientConfig.service.name: Service 'gaurd' is not there: did you mean 'guard'?",
      ],
      'a webhook at another port than the Service has': [
        `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: guard }
webhooks: [{ name: guard.example.com, clientConfig: { service: { name: guard, namespace: shop, port: 8443 } } }]
---${SERVICE}`,
        "webhooks[guard.example.com].clientConfig.service.port: Service 'guard' has no port '8443' (it has https, 443)",
      ],
      'an APIService that names no port, at a Service without 443': [
        `${API}spec: { service: { name: carts, namespace: shop } }
---
apiVersion: v1
kind: Service
metadata: { name: carts, namespace: shop }
spec: { selector: { app: carts }, ports: [{ port: 8443 }] }
`,
        "spec.service: Service 'carts' has no port '443' (it has 8443)",
      ],
      'an APIService whose Service is in another namespace': [
        `${API}spec: { service: { name: guard, namespace: carts } }
---${SERVICE}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: carts, namespace: carts }
`,
        "spec.service.name: Service 'guard' is not there: namespace 'shop' has one",
      ],
      'a conversion by a Service that is not there': [
        `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: carts.example.com }
spec: { conversion: { strategy: Webhook, webhook: { clientConfig: { service: { name: convert, namespace: shop } } } } }
---${SERVICE}`,
        "spec.conversion.webhook.clientConfig.service.name: Service 'convert' is not there",
      ],
    },
  },
  { external: [{ kind: 'Service', name: 'outside', namespace: 'shop' }] },
);
