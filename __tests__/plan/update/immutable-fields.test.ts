import { refused } from './judge';

const driver = (policy: string) => objectOf('storage.k8s.io/v1 CSIDriver', `{ spec: { fsGroupPolicy: ${policy} } }`);

const DEPLOYMENT = '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: SPEC }';

describe('fields that stay as they were made', () => {
  test.each([
    [
      'apps/v1 Deployment',
      '{ spec: { selector: { matchLabels: { app: a } } } }',
      '{ spec: { selector: { matchLabels: { app: b } } } }',
      'spec.selector',
    ],
    [
      'apps/v1 DaemonSet',
      '{ spec: { selector: { matchLabels: { app: a } } } }',
      '{ spec: { selector: { matchLabels: { app: a, b: c } } } }',
      'spec.selector',
    ],
    [
      'apps/v1 ReplicaSet',
      '{ spec: { selector: { matchLabels: { app: a } } } }',
      '{ spec: { selector: { matchExpressions: [{ key: app, operator: In, values: [a] }] } } }',
      'spec.selector',
    ],
    [
      'batch/v1 Job',
      '{ spec: { completionMode: NonIndexed } }',
      '{ spec: { completionMode: Indexed } }',
      'spec.completionMode',
    ],
    ['batch/v1 Job', '{ spec: {} }', '{ spec: { podFailurePolicy: { rules: [] } } }', 'spec.podFailurePolicy'],
    ['v1 Secret', '{ type: Opaque }', '{ type: kubernetes.io/tls }', 'type'],
    [
      'rbac.authorization.k8s.io/v1 RoleBinding',
      '{ roleRef: { kind: Role, name: a } }',
      '{ roleRef: { kind: ClusterRole, name: a } }',
      'roleRef',
    ],
    [
      'rbac.authorization.k8s.io/v1 ClusterRoleBinding',
      '{ roleRef: { name: a } }',
      '{ roleRef: { name: b } }',
      'roleRef',
    ],
    [
      'networking.k8s.io/v1 IngressClass',
      '{ spec: { controller: a.io/b } }',
      '{ spec: { controller: a.io/c } }',
      'spec.controller',
    ],
    ['scheduling.k8s.io/v1 PriorityClass', '{ value: 1 }', '{ value: 2 }', 'value'],
    [
      'scheduling.k8s.io/v1 PriorityClass',
      '{ preemptionPolicy: Never }',
      '{ preemptionPolicy: PreemptLowerPriority }',
      'preemptionPolicy',
    ],
    ['node.k8s.io/v1 RuntimeClass', '{ handler: a }', '{ handler: b }', 'handler'],
    ['discovery.k8s.io/v1 EndpointSlice', '{ addressType: IPv4 }', '{ addressType: IPv6 }', 'addressType'],
    ['storage.k8s.io/v1 StorageClass', '{ parameters: { type: a } }', '{}', 'parameters'],
    ['storage.k8s.io/v1 StorageClass', '{ provisioner: a }', '{ provisioner: b }', 'provisioner'],
    ['storage.k8s.io/v1 StorageClass', '{ reclaimPolicy: Delete }', '{ reclaimPolicy: Retain }', 'reclaimPolicy'],
    [
      'storage.k8s.io/v1 StorageClass',
      '{ volumeBindingMode: Immediate }',
      '{ volumeBindingMode: WaitForFirstConsumer }',
      'volumeBindingMode',
    ],
    ['storage.k8s.io/v1 VolumeAttributesClass', '{ driverName: a }', '{ driverName: b }', 'driverName'],
    [
      'storage.k8s.io/v1 CSIDriver',
      '{ spec: { attachRequired: true } }',
      '{ spec: { attachRequired: false } }',
      'spec.attachRequired',
    ],
    [
      'resource.k8s.io/v1 ResourceClaimTemplate',
      '{ spec: { spec: { devices: {} } } }',
      '{ spec: { spec: {} } }',
      'spec',
    ],
    [
      'networking.k8s.io/v1 IPAddress',
      '{ spec: { parentRef: { name: a } } }',
      '{ spec: { parentRef: { name: b } } }',
      'spec.parentRef',
    ],
  ])('%s: %s → %s', (kind, before, after, path) => {
    expect(refused(objectOf(kind, before), objectOf(kind, after))).toEqual([path]);
    expect(refused(objectOf(kind, before), objectOf(kind, before))).toEqual([]);
  });
});

describe('what may change', () => {
  test.each([
    ['apps/v1 Deployment', '{ spec: { replicas: 1 } }', '{ spec: { replicas: 2, strategy: { type: Recreate } } }'],
    [
      'storage.k8s.io/v1 StorageClass',
      '{ allowVolumeExpansion: true }',
      '{ allowVolumeExpansion: false, mountOptions: [a] }',
    ],
    ['rbac.authorization.k8s.io/v1 RoleBinding', '{ subjects: [] }', '{ subjects: [{ kind: User, name: eve }] }'],
    [
      'networking.k8s.io/v1 IngressClass',
      '{ spec: { controller: a } }',
      '{ spec: { controller: a, parameters: { name: b } } }',
    ],
    ['scheduling.k8s.io/v1 PriorityClass', '{ value: 1 }', '{ value: 1, globalDefault: true, description: x }'],
    [
      'autoscaling/v2 HorizontalPodAutoscaler',
      '{ spec: { scaleTargetRef: { name: a } } }',
      '{ spec: { scaleTargetRef: { name: b } } }',
    ],
    [
      'policy/v1 PodDisruptionBudget',
      '{ spec: { selector: { matchLabels: { a: b } } } }',
      '{ spec: { selector: {} } }',
    ],
    [
      'networking.k8s.io/v1 NetworkPolicy',
      '{ spec: { podSelector: {} } }',
      '{ spec: { podSelector: { matchLabels: { a: b } } } }',
    ],
    [
      'batch/v1 CronJob',
      '{ spec: { schedule: "0 0 * * *" } }',
      '{ spec: { schedule: "0 1 * * *", jobTemplate: { spec: {} } } }',
    ],
    ['v1 ReplicationController', '{ spec: { selector: { a: b } } }', '{ spec: { selector: { a: c } } }'],
    ['batch/v1 Job', '{ spec: { backoffLimit: 1 } }', '{ spec: { backoffLimit: 2, parallelism: 2, suspend: true } }'],
  ])('%s: %s → %s', (kind, before, after) => {
    expect(refused(objectOf(kind, before), objectOf(kind, after))).toEqual([]);
  });
});

test('a CSIDriver may change two more fields from 1.30 on', () => {
  expect(refused(driver('File'), driver('None'), { kubernetes: '1.29' })).toEqual(['spec.fsGroupPolicy']);
  expect(refused(driver('File'), driver('None'), { kubernetes: '1.30' })).toEqual([]);
});

test('an empty selector field is the same as none', () => {
  const before = DEPLOYMENT.replace('SPEC', '{ selector: { matchLabels: { app: web } } }');
  const after = DEPLOYMENT.replace('SPEC', '{ selector: { matchLabels: { app: web }, matchExpressions: [] } }');

  expect(refused(before, after)).toEqual([]);
});

function objectOf(kind: string, fields: string): string {
  const [apiVersion, name] = kind.split(' ');
  return `{ apiVersion: ${apiVersion}, kind: ${name}, metadata: { name: x }, ${fields.slice(1)}`;
}
