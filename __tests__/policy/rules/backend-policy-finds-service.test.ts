import { backendPolicyFindsService } from '../../../lib/policy/rules/backend-policy-finds-service';
import { describeRule } from '../support/describe-rule';

const SERVICE = `
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: https, port: 443, targetPort: https }] }
`;

/** A policy in the namespace `shop` about a target. */
function policy(target: string): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: web, namespace: shop }
spec: { targetRefs: [${target}], validation: { hostname: web.shop.svc, wellKnownCACertificates: System } }
`;
}

describeRule(backendPolicyFindsService, {
  accepts: {
    'a Service that is there': policy("{ group: '', kind: Service, name: web }") + SERVICE,
    'a port of it': policy("{ group: '', kind: Service, name: web, sectionName: https }") + SERVICE,
    'a Service of several clusters, which the manifests do not have': policy(
      '{ group: multicluster.x-k8s.io, kind: ServiceImport, name: web }',
    ),
  },
  rejects: {
    'a Service that is not there': [
      policy("{ group: '', kind: Service, name: wbe }") + SERVICE,
      "spec.targetRefs[0].name: Service 'wbe' is not there: did you mean 'web'?",
    ],
    'a Service of another namespace': [
      policy("{ group: '', kind: Service, name: web }") + SERVICE.replace('namespace: shop', 'namespace: edge'),
      "spec.targetRefs[0].name: Service 'web' is not there: namespace 'edge' has one",
    ],
    'a port that it does not have by name': [
      policy("{ group: '', kind: Service, name: web, sectionName: '443' }") + SERVICE,
      "spec.targetRefs[0].sectionName: Service 'web' has no port '443' (it has https, 443)",
    ],
  },
});
