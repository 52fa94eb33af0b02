import { judge, refused } from './judge';

const SPEC = `
  replicas: 1
  serviceName: db
  selector: { matchLabels: { app: db } }
  podManagementPolicy: OrderedReady
  revisionHistoryLimit: 10
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 10Gi } } }
`;
const statefulSet = (spec: string) => `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:${spec}`;

test.each([
  ['serviceName: db', 'serviceName: db2', 'spec.serviceName'],
  ['podManagementPolicy: OrderedReady', 'podManagementPolicy: Parallel', 'spec.podManagementPolicy'],
  ['{ app: db }', '{ app: x }', 'spec.selector.matchLabels.app'],
  ['10Gi', '20Gi', 'spec.volumeClaimTemplates[data].spec.resources.requests.storage'],
  ['storageClassName: fast', 'storageClassName: slow', 'spec.volumeClaimTemplates[data].spec.storageClassName'],
  ['{ name: data }', '{ name: data, labels: { a: b } }', 'spec.volumeClaimTemplates[data].metadata.labels'],
  ['[ReadWriteOnce]', '[ReadWriteMany]', 'spec.volumeClaimTemplates[data].spec.accessModes[0]'],
])('the field that is minded is named: %s → %s', (before, after, path) => {
  expect(refused(statefulSet(SPEC), statefulSet(SPEC.replace(before, after)))).toEqual([path]);
});

test.each([
  ['replicas: 1', 'replicas: 3'],
  ['replicas: 1', 'minReadySeconds: 5'],
  ['replicas: 1', 'ordinals: { start: 3 }'],
  ['replicas: 1', 'updateStrategy: { type: OnDelete }'],
  ['replicas: 1', 'persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete }'],
  ['10Gi', '10240Mi'],
  ['10Gi', '"10737418240"'],
])('%s → %s is allowed', (before, after) => {
  expect(refused(statefulSet(SPEC), statefulSet(SPEC.replace(before, after)))).toEqual([]);
});

test('the history limit may change from 1.33 on', () => {
  const [before, after] = [statefulSet(SPEC), statefulSet(SPEC.replace('Limit: 10', 'Limit: 5'))];

  expect(judge(before, after, { kubernetes: '1.33' })).toEqual([]);
  expect(judge(before, after, { kubernetes: '1.32' })).toEqual([
    "spec.revisionHistoryLimit: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', " +
      "'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
  ]);
});

test('a claim template that is added, or the last that is removed, is named', () => {
  const more = `${SPEC}    - metadata: { name: wal }\n`;

  expect(refused(statefulSet(SPEC), statefulSet(more))).toEqual(['spec.volumeClaimTemplates[wal]']);
  expect(refused(statefulSet(SPEC), statefulSet(SPEC.split('  volumeClaimTemplates')[0]!))).toEqual([
    'spec.volumeClaimTemplates',
  ]);
});
