import * as fc from 'fast-check';
import { WORKLOADS } from '../../../lib/policy/groups/workloads';
import { resourcesOf, TARGET } from '../support/describe-rule';

const MANIFESTS = `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [{ name: sql, port: 5432, targetPort: sql }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: db }, annotations: { container.apparmor.security.beta.kubernetes.io/db: unconfined } }
    spec:
      os: { name: linux }
      automountServiceAccountToken: false
      securityContext:
        { runAsUser: 0, supplementalGroups: [0], sysctls: [{ name: kernel.msgmax }], seLinuxOptions: { type: spc_t } }
      initContainers: [{ name: agent, restartPolicy: Always, image: agent, ports: [{ containerPort: 1, hostPort: 1 }] }]
      containers:
        - name: db
          image: db:17
          ports: [{ name: sql, containerPort: 5432 }]
          livenessProbe: { exec: { command: [ask] }, periodSeconds: 5 }
          readinessProbe: { exec: { command: [ask] } }
          resources: { requests: { memory: 1Gi }, limits: { memory: 2Gi } }
          volumeMounts: [{ name: data, mountPath: /data }]
          securityContext: { capabilities: { add: [SYS_ADMIN], drop: [ALL] }, windowsOptions: { hostProcess: true } }
      volumes: [{ name: host, hostPath: { path: / } }, { name: tmp, emptyDir: {} }]
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce] } }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: db, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: db }, matchExpressions: [{ key: a, operator: In, values: [b] }] } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: db, namespace: shop }
spec: { scaleTargetRef: { kind: StatefulSet, name: db }, minReplicas: 2, maxReplicas: 2 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: db, namespace: shop }
subjects: [{ kind: ServiceAccount, name: db, namespace: shop }]
---
apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
spec: { limits: [{ type: Container, default: { memory: 1Gi } }] }
`;

/** Every place in a value, as paths of keys, but for what every object has. */
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

const resources = resourcesOf(MANIFESTS);
const places = resources.flatMap(({ object }, index) =>
  placesOf(object)
    .filter(([field]) => field !== undefined && !['apiVersion', 'kind', 'metadata'].includes(field))
    .map((path) => [index, path] as const),
);

test.each(WORKLOADS.map((rule) => [rule.id, rule] as const))('%s never throws, whatever a field holds', (_, rule) => {
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), ([index, path], junk) => {
      const broken = resources.map((resource, each) =>
        each === index
          ? { ...resource, object: replaceAt(resource.object, path, junk) as typeof resource.object }
          : resource,
      );
      expect(Array.isArray(rule.check(broken, TARGET))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each(WORKLOADS.map((rule) => [rule.id, rule] as const))('%s stands null and empty values anywhere', (_, rule) => {
  for (const [index, path] of places)
    for (const junk of [null, '', 0, [], {}, [null], [[]], 'text', { toString: 1 }, [{ toString: 1 }]]) {
      const broken = resources.map((resource, each) =>
        each === index
          ? { ...resource, object: replaceAt(resource.object, path, junk) as typeof resource.object }
          : resource,
      );
      expect(() => rule.check(broken, TARGET)).not.toThrow();
    }
});
