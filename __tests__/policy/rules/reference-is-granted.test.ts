import { referenceIsGranted } from '../../../lib/policy/rules/reference-is-granted';
import { describeRule } from '../support/describe-rule';

/** A route in the namespace `edge` to a Service in `shop`. */
const ROUTE = `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: edge }
spec:
  parentRefs: [{ name: public }]
  rules: [{ backendRefs: [{ name: web, namespace: shop, port: 80 }] }, { backendRefs: [{ name: web, namespace: shop, port: 80 }] }]
`;
const SERVICE = `
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`;
/** A Gateway in the namespace `edge` with a certificate in `certificates`. */
const GATEWAY = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { listeners: [{ name: https, tls: { certificateRefs: [{ name: wildcard, namespace: certificates }] } }] }
`;
const CERTIFICATE = `
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: wildcard, namespace: certificates }
spec: { secretName: wildcard }
`;

/** A ReferenceGrant in a namespace. */
function grant(namespace: string, from: string, to: string): string {
  return `
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: grant, namespace: ${namespace} }
spec: { from: [{ group: x, kind: y, namespace: z }, ${from}], to: [${to}] }
`;
}

const FROM_ROUTE = '{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }';
const FROM_GATEWAY = '{ group: gateway.networking.k8s.io, kind: Gateway, namespace: edge }';
const SERVICES = "{ group: '', kind: Service }";
const UNGRANTED =
  "spec.rules[0].backendRefs[0].name: no ReferenceGrant of namespace 'shop' lets HTTPRoutes of 'edge' refer to Service 'web'";

describeRule(referenceIsGranted, {
  accepts: {
    'a Service that is granted': ROUTE + SERVICE + grant('shop', FROM_ROUTE, SERVICES),
    'a Service that is granted by its name':
      ROUTE +
      SERVICE +
      grant('shop', FROM_ROUTE, "{ group: '', kind: Service, name: api }, { group: '', kind: Service, name: web }"),
    'a Secret that is granted':
      GATEWAY + CERTIFICATE + grant('certificates', FROM_GATEWAY, "{ group: '', kind: Secret }"),
    'a grant whose namespace is said when it is applied': (
      ROUTE +
      SERVICE +
      grant('shop', FROM_ROUTE, SERVICES)
    ).replace('name: grant, namespace: shop', 'name: grant'),
    'a Service and a Secret that are not in the manifests': `${ROUTE}---${GATEWAY}`,
    'a Service that is missing, which another rule says': `${ROUTE}${SERVICE.replace('name: web', 'name: api')}`,
    'a Service whose namespace is said when it is applied': ROUTE + SERVICE.replace(', namespace: shop', ''),
    'a Service of the own namespace': `${ROUTE}${SERVICE}`.replaceAll('namespace: shop', 'namespace: edge'),
    'a route whose namespace is said when it is applied': ROUTE.replace(', namespace: edge', '') + SERVICE,
    'a route of a mesh, whose parent is a Service':
      ROUTE.replace('{ name: public }', "{ group: '', kind: Service, name: web, namespace: shop }") + SERVICE,
    'a namespace of which the manifests know nothing else': `${GATEWAY}`.replace(
      'namespace: edge }',
      'namespace: edge, annotations: { cert-manager.io/issuer: ca } }',
    ),
    'a Gateway in another namespace, which says itself what it accepts': `${ROUTE}---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: shop }
spec: { listeners: [{ name: http }] }
`.replace('{ name: public }', '{ name: public, namespace: shop }'),
  },
  rejects: {
    'a Service that nobody grants, once': [ROUTE + SERVICE, UNGRANTED],
    'a Service that is granted in another namespace': [
      ROUTE + SERVICE + grant('edge', FROM_ROUTE, SERVICES),
      UNGRANTED,
    ],
    'a Service that is granted to another kind': [ROUTE + SERVICE + grant('shop', FROM_GATEWAY, SERVICES), UNGRANTED],
    'a Service that is granted to another group': [
      ROUTE + SERVICE + grant('shop', FROM_ROUTE.replace('gateway.networking.k8s.io', "''"), SERVICES),
      UNGRANTED,
    ],
    'a Service that is granted to another namespace': [
      ROUTE + SERVICE + grant('shop', FROM_ROUTE.replace('edge', 'blog'), SERVICES),
      UNGRANTED,
    ],
    'a Service where Secrets are granted': [
      ROUTE + SERVICE + grant('shop', FROM_ROUTE, "{ group: '', kind: Secret }"),
      UNGRANTED,
    ],
    'a Service where another is granted': [
      ROUTE + SERVICE + grant('shop', FROM_ROUTE, "{ group: '', kind: Service, name: api }"),
      UNGRANTED,
    ],
    'a mirror of a route of another kind': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: { name: web, namespace: edge }
spec:
  parentRefs: [{ kind: ListenerSet, name: public }]
  rules: [{ filters: [{ requestMirror: { backendRef: { name: web, namespace: shop, port: 80 } } }] }]
${SERVICE}`,
      "spec.rules[0].filters[0].requestMirror.backendRef.name: no ReferenceGrant of namespace 'shop' lets GRPCRoutes of 'edge' refer to Service 'web'",
    ],
    'the Service of an operator that nobody grants': [
      `${ROUTE}
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: web, namespace: shop }
`,
      UNGRANTED,
    ],
    'a certificate that nobody grants': [
      GATEWAY + CERTIFICATE,
      "spec.listeners[https].tls.certificateRefs[0].name: no ReferenceGrant of namespace 'certificates' lets Gateways of 'edge' refer to Secret 'wildcard'",
    ],
    'a certificate of a set of listeners that is granted to Gateways': [
      GATEWAY.replace('kind: Gateway', 'kind: ListenerSet') +
        CERTIFICATE +
        grant('certificates', FROM_GATEWAY, "{ group: '', kind: Secret }"),
      "spec.listeners[https].tls.certificateRefs[0].name: no ReferenceGrant of namespace 'certificates' lets ListenerSets of 'edge' refer to Secret 'wildcard'",
    ],
    'authorities that nobody grants': [
      `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { tls: { frontend: { default: { validation: { caCertificateRefs: [{ kind: ConfigMap, name: clients, namespace: certificates }] } } } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: clients, namespace: certificates }
data: { ca.crt: '' }
`,
      "spec.tls.frontend.default.validation.caCertificateRefs[0].name: no ReferenceGrant of namespace 'certificates' lets Gateways of 'edge' refer to ConfigMap 'clients'",
    ],
  },
});

describeRule(
  referenceIsGranted,
  {
    accepts: {
      'a Service that somebody else provides, with its grant': ROUTE + SERVICE,
      'a Secret whose grant is declared': GATEWAY + CERTIFICATE,
    },
  },
  {
    external: [
      { kind: 'Service', name: 'web', namespace: 'shop' },
      { kind: 'ReferenceGrant', name: 'edge', namespace: 'certificates' },
    ],
  },
);
