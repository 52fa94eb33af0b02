import { refused } from './judge';

const pod = (spec: string, metadata = '{ name: p }') =>
  `{ apiVersion: v1, kind: Pod, metadata: ${metadata}, spec: { ${spec} } }`;
const CONTAINER = 'containers: [{ name: c, image: "c:1", env: [{ name: A, value: "1" }] }]';

test.each([
  ['the image of a container', CONTAINER, CONTAINER.replace('c:1', 'c:2')],
  ['a deadline', CONTAINER, `${CONTAINER}, activeDeadlineSeconds: 5`],
  ['a shorter deadline', `${CONTAINER}, activeDeadlineSeconds: 5`, `${CONTAINER}, activeDeadlineSeconds: 4`],
  [
    'one more toleration',
    `${CONTAINER}, tolerations: [{ key: a }]`,
    `${CONTAINER}, tolerations: [{ key: b }, { key: a }]`,
  ],
  [
    'how long it is tolerated',
    `${CONTAINER}, tolerations: [{ key: a }]`,
    `${CONTAINER}, tolerations: [{ key: a, tolerationSeconds: 3 }]`,
  ],
  ['a scheduling gate that opens', `${CONTAINER}, schedulingGates: [{ name: g }]`, CONTAINER],
  [
    'a negative period that is mended',
    `${CONTAINER}, terminationGracePeriodSeconds: -1`,
    `${CONTAINER}, terminationGracePeriodSeconds: 1`,
  ],
  [
    'fewer nodes, at a gate',
    `${CONTAINER}, schedulingGates: [{ name: g }]`,
    `${CONTAINER}, schedulingGates: [{ name: g }], nodeSelector: { a: b }`,
  ],
  [
    'node affinity, at a gate',
    `${CONTAINER}, schedulingGates: [{ name: g }]`,
    `${CONTAINER}, schedulingGates: [{ name: g }], affinity: { nodeAffinity: {} }`,
  ],
])('a Pod may change: %s', (_what, before, after) => {
  expect(refused(pod(before), pod(after))).toEqual([]);
});

test.each([
  ['variables', CONTAINER, CONTAINER.replace('value: "1"', 'value: "2"'), 'spec.containers[c].env[A].value'],
  [
    'resources',
    CONTAINER,
    CONTAINER.replace('"c:1"', '"c:1", resources: { limits: { cpu: 1 } }'),
    'spec.containers[c].resources',
  ],
  [
    'one more container',
    CONTAINER,
    'containers: [{ name: c, image: "c:1" }, { name: d, image: d }]',
    'spec.containers',
  ],
  ['no deadline any more', `${CONTAINER}, activeDeadlineSeconds: 5`, CONTAINER, 'spec.activeDeadlineSeconds'],
  [
    'a longer deadline',
    `${CONTAINER}, activeDeadlineSeconds: 5`,
    `${CONTAINER}, activeDeadlineSeconds: 6`,
    'spec.activeDeadlineSeconds',
  ],
  ['a toleration less', `${CONTAINER}, tolerations: [{ key: a }]`, CONTAINER, 'spec.tolerations'],
  ['a new scheduling gate', CONTAINER, `${CONTAINER}, schedulingGates: [{ name: g }]`, 'spec.schedulingGates[g]'],
  [
    'the period',
    `${CONTAINER}, terminationGracePeriodSeconds: 30`,
    `${CONTAINER}, terminationGracePeriodSeconds: 10`,
    'spec.terminationGracePeriodSeconds',
  ],
  ['nodes', CONTAINER, `${CONTAINER}, nodeSelector: { a: b }`, 'spec.nodeSelector'],
  [
    'other nodes, at a gate',
    `${CONTAINER}, schedulingGates: [{ name: g }], nodeSelector: { a: b }`,
    `${CONTAINER}, schedulingGates: [{ name: g }], nodeSelector: { a: c }`,
    'spec.nodeSelector',
  ],
])('a Pod must not change: %s', (_what, before, after, path) => {
  expect(refused(pod(before), pod(after))).toEqual([path]);
});

test('its labels may change, and AppArmor annotations may not', () => {
  const annotated =
    '{ name: p, labels: { a: b }, annotations: { container.apparmor.security.beta.kubernetes.io/c: unconfined } }';

  expect(refused(pod(CONTAINER), pod(CONTAINER, '{ name: p, labels: { a: b } }'))).toEqual([]);
  expect(refused(pod(CONTAINER, '{ name: p, annotations: { a: b } }'), pod(CONTAINER, annotated))).toEqual([
    'metadata.annotations[container.apparmor.security.beta.kubernetes.io/c]',
  ]);
});
