import { judge } from './judge';

const claim = (size: string, more = '') =>
  `{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: ${size} } }${more} } }`;
const FAST = ', storageClassName: fast';
const fast = (grows: boolean) =>
  `{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: fast }, allowVolumeExpansion: ${grows} }`;
const BOUND = { assume: { claimsBound: true } };
const SPEC =
  'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
const RESIZE =
  'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize';

describe('growth', () => {
  const [before, after] = [claim('10Gi', FAST), claim('20Gi', FAST)];

  test.each([
    ['a bound claim whose class allows it', { ...BOUND, cluster: [fast(true)] }, []],
    [
      'a bound claim whose class does not',
      { ...BOUND, cluster: [fast(false)] },
      [`spec.resources.requests.storage: ${RESIZE}`],
    ],
    ['a bound claim of an unknown class', BOUND, ['? whether StorageClass fast allows expansion']],
    ['… that is said to allow it', { assume: { claimsBound: true, volumeExpansion: true } }, []],
    [
      '… that is said not to',
      { assume: { claimsBound: true, volumeExpansion: false } },
      [`spec.resources.requests.storage: ${RESIZE}`],
    ],
    ['a claim that is not bound', {}, [`spec.resources.requests.storage: ${SPEC}`]],
    [
      'a claim that a pod mounts',
      { mountsClaim: (ns: string, name: string) => `${ns}/${name}` === 'shop/data', cluster: [fast(true)] },
      [],
    ],
    ['a claim that is named as bound', { assume: { claimsBound: ['shop/data'] }, cluster: [fast(true)] }, []],
    ['another one that is', { assume: { claimsBound: ['other'] } }, [`spec.resources.requests.storage: ${SPEC}`]],
  ])('%s', (_what, given, expected) => {
    expect(judge(before, after, given)).toEqual(expected);
  });

  test('a claim without a class can not grow', () => {
    const none = ', storageClassName: ""';

    expect(judge(claim('1Gi', none), claim('2Gi', none), BOUND)).toEqual([
      `spec.resources.requests.storage: ${RESIZE}`,
    ]);
  });
});

test('no claim shrinks', () => {
  const [before, after] = [claim('10Gi'), claim('5Gi')];

  expect(judge(before, after, { ...BOUND, kubernetes: '1.31' })).toEqual([
    'spec.resources.requests.storage: field can not be less than previous value',
  ]);
  expect(judge(before, after, { ...BOUND, kubernetes: '1.32' })).toEqual([
    'spec.resources.requests.storage: field can not be less than status.capacity',
  ]);
  expect(judge(before, after)).toEqual([`spec.resources.requests.storage: ${SPEC}`]);
});

test('another spelling of the same size is no change', () => {
  expect(judge(claim('1Gi'), claim('"1073741824"'))).toEqual([]);
});

test.each([
  [FAST, ', storageClassName: slow', 'spec.storageClassName'],
  [FAST, '', 'spec.storageClassName'],
  ['', ', dataSource: { kind: PersistentVolumeClaim, name: o }', 'spec.dataSource'],
  [', volumeName: a', ', volumeName: b', 'spec.volumeName'],
])('all else stays, bound or not: %p → %p', (before, after, path) => {
  const expected = [`${path}: ${SPEC}`, ...(path === 'spec.volumeName' ? ['? whether the claim is bound to b'] : [])];

  expect(judge(claim('1Gi', before), claim('1Gi', after))).toEqual(expected);
  expect(judge(claim('1Gi', before), claim('1Gi', after), BOUND)).toEqual(expected);
});

test('a claim that named no class may get one, unless it has another by default', () => {
  expect(judge(claim('1Gi'), claim('1Gi', FAST))).toEqual([
    '? which StorageClass the claim got by default, if not fast',
  ]);
});

test('a claim that waits may be given a volume once', () => {
  expect(judge(claim('1Gi'), claim('1Gi', ', volumeName: v'))).toEqual([]);
  expect(judge(claim('1Gi'), claim('1Gi', ', volumeName: v'), BOUND)).toEqual([
    `spec.volumeName: ${SPEC}`,
    '? whether the claim is bound to v',
  ]);
});

test('a claim that is bound keeps its volume, whatever its manifest said before', () => {
  const none = ", volumeName: ''";

  expect(judge(claim('1Gi', ', volumeName: v'), claim('1Gi'), BOUND)).toEqual([`spec.volumeName: ${SPEC}`]);
  expect(judge(claim('1Gi', ', volumeName: v'), claim('1Gi', none))).toEqual([`spec.volumeName: ${SPEC}`]);
  expect(judge(claim('1Gi'), claim('1Gi', none), BOUND)).toEqual([`spec.volumeName: ${SPEC}`]);
  expect(judge(claim('1Gi', none), claim('1Gi', none), BOUND)).toEqual([`spec.volumeName: ${SPEC}`]);
  expect(judge(claim('1Gi'), claim('1Gi', none))).toEqual([]);
});

test('a bound claim may get other attributes, and keep none', () => {
  const [gold, silver] = [', volumeAttributesClassName: gold', ', volumeAttributesClassName: silver'];

  expect(judge(claim('1Gi'), claim('1Gi', gold), BOUND)).toEqual([]);
  expect(judge(claim('1Gi', gold), claim('1Gi', silver), BOUND)).toEqual([]);
  expect(judge(claim('1Gi', gold), claim('1Gi', silver))).toEqual([`spec.volumeAttributesClassName: ${SPEC}`]);
  expect(judge(claim('1Gi', gold), claim('1Gi'), BOUND)).toEqual([
    'spec.volumeAttributesClassName: update to nil is forbidden when status.currentVolumeAttributesClassName is not nil',
    '? whether VolumeAttributesClass gold has been applied to the volume',
  ]);
});
