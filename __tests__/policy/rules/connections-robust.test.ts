import * as fc from 'fast-check';
import type { Resource } from '../../../lib/manifest/resource';
import { CONNECTIONS } from '../../../lib/policy/groups/connections';
import { resourcesOf, TARGET } from '../support/describe-rule';

/** Something of each kind that the rules read. */
const MANIFESTS = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db }, matchExpressions: [{ key: app, operator: In, values: [db] }] }
  template:
    metadata: { labels: { app: db } }
    spec:
      serviceAccountName: db
      priorityClassName: high
      imagePullSecrets: [{ name: registry }]
      topologySpreadConstraints: [{ labelSelector: { matchLabels: { app: db } } }]
      securityContext: { sysctls: [{ name: kernel.msgmax }] }
      initContainers: [{ name: agent, restartPolicy: Always, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }]
      containers:
        - name: db
          image: db:17
          ports: [{ name: sql, containerPort: 22 }]
          env: [{ name: A, valueFrom: { configMapKeyRef: { name: config, key: A } } }]
          envFrom: [{ secretRef: { name: db } }]
          livenessProbe: { tcpSocket: { port: sql } }
          lifecycle: { preStop: { httpGet: { port: 1 } } }
          securityContext: { capabilities: { add: [NET_ADMIN] } }
          volumeMounts: [{ name: data, mountPath: /data, subPath: a }, { name: files, mountPath: /files, subPath: b }]
      volumes:
        - { name: logs, emptyDir: {} }
        - { name: files, configMap: { name: config, items: [{ key: A, path: a }] } }
        - { name: all, projected: { sources: [{ secret: { name: db, items: [{ key: B, path: b }] } }] } }
        - { name: claim, persistentVolumeClaim: { claimName: data-db-0 } }
        - { name: csi, csi: { nodePublishSecretRef: { name: db }, volumeAttributes: { secretProviderClass: vault } } }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: ssd } }]
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop, labels: { app: db }, annotations: { a/b: c } }
spec: { type: NodePort, clusterIP: None, externalIPs: [192.0.2.1], selector: { app: db }, ports: [{ name: sql, port: 1, targetPort: sql }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations: { traefik.ingress.kubernetes.io/router.middlewares: shop-a@kubernetescrd, nginx.org/server-snippets: a }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [a.example.com], secretName: web }]
  defaultBackend: { service: { name: web, port: { name: http } } }
  rules: [{ host: b.example.com, http: { paths: [{ path: /, pathType: Exact, backend: { service: { name: db, port: { number: 2 } } } }] } }]
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: nginx, annotations: { ingressclass.kubernetes.io/is-default-class: 'true' } }
spec: { controller: k8s.io/ingress-nginx }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: public, namespace: gateway, sectionName: https }]
  hostnames: ['*.example.com']
  rules:
    - matches: [{ path: { type: Exact, value: / }, method: GET }]
      backendRefs: [{ name: db, port: 1 }, { name: web, namespace: gateway, port: 1 }]
      filters: [{ requestMirror: { backendRef: { name: db, port: 1 } } }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: gateway, annotations: { cert-manager.io/issuer: a } }
spec:
  gatewayClassName: a
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      hostname: a.example.com
      tls: { certificateRefs: [{ name: a, namespace: b }] }
      allowedRoutes:
        kinds: [{ kind: HTTPRoute }]
        namespaces: { from: Selector, selector: { matchLabels: { team: a } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: gateway }
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: web, namespace: gateway }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop }]
  to: [{ group: '', kind: Service, name: web }]
---
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: web, namespace: shop }
spec: { routes: [{ services: [{ name: db, port: 1 }], middlewares: [{ name: a }] }], tls: { secretName: web } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: web } }, namespaceSelector: { matchLabels: { team: a } } }] }]
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: a } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: web } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: db, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: db, namespace: shop }
roleRef: { kind: Role, name: db }
subjects: [{ kind: ServiceAccount, name: db, namespace: shop }]
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: db, namespace: shop }
spec: { selector: { matchLabels: { app: db } }, namespaceSelector: { matchNames: [shop] }, endpoints: [{ port: web }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { B: b }
---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: sealed, namespace: shop }
spec: { encryptedData: { A: b }, template: { metadata: { name: db }, data: { B: c } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: external, namespace: shop }
spec: { target: { name: web }, data: [{ secretKey: A }], secretStoreRef: { name: vault } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: ssd, dataSource: { kind: PersistentVolumeClaim, name: old } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: db }
webhooks: [{ name: a.example.com, clientConfig: { service: { name: db, namespace: shop, port: 2 } } }]
---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1.example.com }
spec: { service: { name: db, namespace: shop } }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: a.example.com }
spec: { conversion: { webhook: { clientConfig: { service: { name: web, namespace: shop } } } } }
`;

const resources = resourcesOf(MANIFESTS);
const target = { ...TARGET, external: [{ kind: 'StorageClass', name: 'fast' }] };
const places = resources.flatMap(({ object }, index) =>
  placesOf(object)
    .filter(([field]) => field !== undefined && !['apiVersion', 'kind'].includes(field))
    .map((path) => [index, path] as const),
);

/** Every place in a value, as paths of keys. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, replacement);
  return copy;
}

function broken(at: number, path: readonly string[], junk: unknown): readonly Resource[] {
  return resources.map((resource, index) =>
    index === at ? { ...resource, object: replaceAt(resource.object, path, junk) as Resource['object'] } : resource,
  );
}

function judge(objects: readonly Resource[]): void {
  for (const rule of CONNECTIONS) rule.check(objects, target);
}

test('every rule finds something or nothing in whole objects', () => {
  for (const rule of CONNECTIONS) expect(Array.isArray(rule.check(resources, target))).toBe(true);
});

test('no rule throws, whatever is in one place of the manifests', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), ([at, path], junk) => {
      const objects = broken(at, path, junk);
      expect(() => judge(objects)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test.each([[null], [''], [0], [[]], [{}], [{ toString: 1 }], [[{ toString: 1 }]]])(
  'no rule throws where %j is in any place',
  (junk) => {
    for (const [at, path] of places) {
      const objects = broken(at, path, junk);
      expect(() => judge(objects)).not.toThrow();
    }
  },
);
