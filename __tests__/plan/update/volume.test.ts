import { refused } from './judge';

const volume = (spec: string) => `{ apiVersion: v1, kind: PersistentVolume, metadata: { name: v }, spec: { ${spec} } }`;
const near = (key: string, value = 'a') =>
  `nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: ${key}, operator: In, values: [${value}] }] }] } }`;

test.each([
  ['csi: { driver: d, volumeHandle: a }', 'csi: { driver: d, volumeHandle: b }', 'spec.csi.volumeHandle'],
  ['nfs: { server: a }', 'hostPath: { path: /a }', 'spec.nfs'],
  ['volumeMode: Filesystem', 'volumeMode: Block', 'spec.volumeMode'],
  [near('zone'), near('zone', 'b'), 'spec.nodeAffinity'],
  [near('zone'), 'capacity: {}', 'spec.nodeAffinity'],
  ['volumeAttributesClassName: a', 'capacity: {}', 'spec.volumeAttributesClassName'],
])('refused: %s → %s', (before, after, path) => {
  expect(refused(volume(before), volume(after))[0]).toBe(path);
});

test.each([
  ['capacity: { storage: 1Gi }', 'capacity: { storage: 2Gi }'],
  ['accessModes: [ReadWriteOnce]', 'accessModes: [ReadWriteMany]'],
  ['persistentVolumeReclaimPolicy: Delete', 'persistentVolumeReclaimPolicy: Retain'],
  ['capacity: {}', near('zone')],
  [near('failure-domain.beta.kubernetes.io/zone'), near('topology.kubernetes.io/zone')],
  ['csi: { driver: d }', 'csi: { driver: d, controllerExpandSecretRef: { name: s } }'],
  ['volumeAttributesClassName: a', 'volumeAttributesClassName: b'],
])('allowed: %s → %s', (before, after) => {
  expect(refused(volume(before), volume(after))).toEqual([]);
});
