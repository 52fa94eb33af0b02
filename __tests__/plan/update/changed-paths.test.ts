import { parse } from 'yaml';
import { schemaOf } from '../../../lib/manifest/schema/schema-of';
import { changedPaths, pathOf } from '../../../lib/plan/update/changed-paths';
import { compareQuantities } from '../../../lib/plan/update/compare-quantities';
import { sameJson } from '../../../lib/plan/update/same-json';

const POD = { is: 'object', name: 'core.v1.PodSpec' } as const;

test.each([
  ['{ containers: [{ name: a, image: x }] }', '{ containers: [{ name: a, image: y }] }', ['containers[a].image']],
  ['{ containers: [{ name: a }, { name: b }] }', '{ containers: [{ name: b }, { name: a }] }', ['containers']],
  ['{ containers: [{ name: a }] }', '{ containers: [{ name: a }, { name: b }] }', ['containers[b]']],
  [
    '{ containers: [{ name: a, env: [{ name: E }, { name: E }] }] }',
    '{ containers: [{ name: a, env: [{ name: E }] }] }',
    ['containers[a].env'],
  ],
  [
    '{ containers: [{ name: a, args: [x, y] }] }',
    '{ containers: [{ name: a, args: [x, z] }] }',
    ['containers[a].args[1]'],
  ],
  [
    '{ containers: [{ name: a, ports: [{ containerPort: 1 }] }] }',
    '{ containers: [{ name: a, ports: [{ containerPort: 1, name: p }] }] }',
    ['containers[a].ports[1].name'],
  ],
  ['{ nodeSelector: { a.b/c: d } }', '{ nodeSelector: { a.b/c: e } }', ['nodeSelector[a.b/c]']],
  ['{ nodeSelector: {} }', '{}', []],
  ['{ tolerations: [] }', '{}', []],
  ['{ nodeName: "" }', '{}', []],
  ['{ securityContext: {} }', '{}', ['securityContext']],
  ['{ runtimeClassName: "" }', '{}', ['runtimeClassName']],
  ['{ overhead: { memory: 256Mi } }', '{ overhead: { memory: 268435456 } }', []],
  ['{ overhead: { cpu: 1 } }', '{ overhead: { cpu: 1001m } }', ['overhead.cpu']],
])('%s → %s differs in %j', (before, after, expected) => {
  const found = changedPaths(parse(before), parse(after), POD, schemaOf('1.37'));

  expect(found.map(pathOf)).toEqual(expected);
});

test.each([
  ['1Gi', '1024Mi', 0],
  ['256Mi', 268435456, 0],
  ['0.1', '100m', 0],
  ['1e3', '1k', 0],
  ['1.5Gi', '1536Mi', 0],
  ['1E', '1000P', 0],
  ['2Ei', '2305843009213693952', 0],
  ['1G', '1Gi', -1],
  ['1001m', '1', 1],
  ['-1', '1', -1],
  ['0.1n', '1n', 0],
  [undefined, '0', 0],
])('the quantity %p compared with %p', (one, other, expected) => {
  expect(compareQuantities(one, other)).toBe(expected);
});

test('as JSON, only the order of fields is nothing', () => {
  expect(sameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(sameJson({ a: undefined }, {})).toBe(true);
  expect(sameJson({ b: [1, 2] }, { b: [2, 1] })).toBe(false);
  expect(sameJson({ a: {} }, {})).toBe(false);
  expect(sameJson([], {})).toBe(false);
});
