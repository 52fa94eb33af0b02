import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { problemsOf } from '../../../lib/manifest/validation/problems';
import { dedent } from '../../support/yaml';

const CRDS = join(__dirname, '../../cluster/fixtures/crds');

test.each(readdirSync(CRDS))('a definition that clusters have is accepted: %s', (file) => {
  expect(problemsOf(parse(readFileSync(join(CRDS, file), 'utf8')), '1.37')).toEqual([]);
});

test.each([
  ['scope: Everywhere', 'spec.scope'],
  ['names: { plural: Foos, kind: Foo }', 'spec.names.plural'],
  ['names: { plural: foos, kind: Foo, listKind: Foo }', 'spec.names.listKind'],
  ['conversion: { strategy: None, webhook: {} }', 'spec.conversion.webhook'],
])('what names a kind, and how it is converted: %s', (change, path) => {
  expect(pathsOf(change)).toContain(path);
});

test.each([
  ['{ type: string }', 'type'],
  ['{ properties: {} }', 'type'],
  ['{ type: object, additionalProperties: true }', 'additionalProperties'],
  ['{ type: object, properties: { a: { type: text } } }', 'properties.a.type'],
  ['{ type: object, properties: { a: { type: array } } }', 'properties.a.items'],
  ['{ type: object, properties: { a: { type: array, items: {} } } }', 'properties.a.items.type'],
  ['{ type: object, properties: { a: { type: string, anyOf: [{ type: string }] } } }', 'properties.a.anyOf[0].type'],
  [
    '{ type: object, properties: { a: { type: string, x-kubernetes-list-type: set } } }',
    'properties.a.x-kubernetes-list-type',
  ],
])('a schema that is not structural: %s', (schema, path) => {
  const version = `{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: ${schema} } }`;

  expect(pathsOf(`versions: [${version}]`)).toContain(`spec.versions[0].schema.openAPIV3Schema.${path}`);
});

test('a value that is a number or a text', () => {
  const value = '{ x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }';
  const schema = `{ type: object, properties: { a: ${value} } }`;

  expect(
    pathsOf(`versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: ${schema} } }]`),
  ).toEqual([]);
});

/** Where something is wrong in a good definition of which one line is changed. */
function pathsOf(change: string): readonly string[] {
  const [field] = change.split(':');
  const lines = dedent`
    group: x.io
    scope: Namespaced
    names: { plural: foos, kind: Foo }
    versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]
  `.split('\n');
  const spec = parse([...lines.filter((line) => !line.startsWith(`${field}:`)), change].join('\n')) as object;
  const metadata = { name: 'foos.x.io' };
  const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata, spec };
  return problemsOf(definition, '1.37').map(({ path }) => path);
}
