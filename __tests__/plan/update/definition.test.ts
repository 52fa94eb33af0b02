import { judge } from './judge';

const definition = (spec: string) =>
  `{ apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: { name: foos.x.io }, spec: { group: x.io, ${spec} } }`;
const NAMES = 'scope: Namespaced, names: { plural: foos, kind: Foo }';
const [OLD, NEW] = ['{ name: v1, served: true, storage: true }', '{ name: v2, served: true, storage: false }'];

test.each([
  ['scope: Namespaced', 'scope: Cluster', 'spec.scope'],
  ['kind: Foo', 'kind: Bar', 'spec.names.kind'],
  ['plural: foos', 'plural: fooz', 'spec.names.plural'],
])('what objects are stored by stays: %s → %s', (before, after, path) => {
  expect(judge(definition(NAMES), definition(NAMES.replace(before, after)))).toEqual([`${path}: field is immutable`]);
});

test('a version in which objects are stored must stay', () => {
  const before = definition(`${NAMES}, versions: [${OLD}, ${NEW}]`);
  const after = definition(`${NAMES}, versions: [${NEW.replace('storage: false', 'storage: true')}]`);

  expect(judge(before, after)).toEqual([
    'status.storedVersions[v1]: missing from spec.versions; v1 was previously a storage version, and must remain in spec.versions until a storage migration',
  ]);
});

test('another version may go, unless it was one', () => {
  const before = definition(`${NAMES}, versions: [${OLD}, ${NEW}]`);

  expect(judge(before, definition(`${NAMES}, versions: [${OLD}]`))).toEqual([
    '? whether objects were ever stored as v2',
  ]);
});

test('the storage version may change while both are there, and the schema too', () => {
  const before = definition(`${NAMES}, versions: [${OLD}, ${NEW}]`);
  const after = definition(
    `${NAMES}, versions: [{ name: v1, served: false, storage: false }, { name: v2, served: true, storage: true, schema: {} }]`,
  );

  expect(judge(before, after)).toEqual([]);
});
