import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest } from '../../lib/manifest/parse-manifest';
import { check } from '../../lib/policy/check';
import { validCustomResource } from '../../lib/policy/rules/valid-custom-resource';
import { describeRule, TARGET } from '../policy/support/describe-rule';
import { ROOT } from '../support/readme';

const schema = (text: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: webs.example.com }
spec:
  group: example.com
  names: { kind: Web }
  versions: [{ name: v1, served: true, schema: { openAPIV3Schema: { type: object, properties: { spec: ${text} } } } }]
---
`;
const web = (spec: string, version = 'v1'): string =>
  `apiVersion: example.com/${version}\nkind: Web\nmetadata: { name: web }\nspec: ${spec}\n`;
const SPEC = schema(
  '{ type: object, required: [size, mode], properties: { size: { type: integer, minimum: 1 }, mode: { type: string, enum: [fast, slow], default: fast }, name: { type: string, pattern: "^[a-z]+$", maxLength: 5 }, port: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }, any: { type: object, x-kubernetes-preserve-unknown-fields: true }, labels: { type: object, additionalProperties: { type: string } }, routes: { type: array, items: { type: object, oneOf: [{ required: [a] }, { required: [b] }], properties: { name: { type: string }, a: { type: string }, b: { type: string } } } } } }',
);

describeRule(validCustomResource, {
  accepts: {
    'what the definition allows':
      SPEC +
      web('{ size: 1, mode: fast, name: shop, port: http, any: { a: [1] }, labels: { a: b }, routes: [{ a: x }] }'),
    'a field with a default': SPEC + web('{ size: 1 }'),
    'a kind without a definition': web('{ anything: 1 }'),
  },
  rejects: {
    'unknown and missing fields': [
      SPEC + web('{ sise: 1, mode: fast }'),
      'spec.sise: unknown field: did you mean "size"?',
      'spec.size: is required',
    ],
    'wrong values': [
      SPEC + web('{ size: 0, mode: quick, name: SHOP, port: 1.5, labels: { a: 1 } }'),
      'spec.size: is 0, and needs at least 1',
      'spec.mode: "quick" is none of fast, slow',
      'spec.name: "SHOP" does not match ^[a-z]+$',
      'spec.port: must be an integer or a text',
      'spec.labels.a: must be of type string, and is of type number',
    ],
    'two of two alternatives': [
      SPEC + web('{ size: 1, routes: [{ name: r, a: x, b: y }] }'),
      'spec.routes[r]: fits several of the alternatives (oneOf), and must fit one: a, b',
    ],
    'a version that is not served': [
      SPEC + web('{}', 'v2'),
      'apiVersion: the definition of Web has no version v2: it has v1',
    ],
  },
});

const read = (path: string) => parseManifest(readFileSync(path, 'utf8'), path).resources;

test('real definitions accept what the default program renders', () => {
  const folder = join(ROOT, '__tests__/cluster/fixtures/crds');
  const definitions = readdirSync(folder).flatMap((file) => read(join(folder, file)).map(({ object }) => object));
  const custom = ['dev', 'test', 'prod'].flatMap((name) => read(join(ROOT, 'dist', name, 'miniflux.k8s.yaml')));

  expect(definitions.length).toBeGreaterThan(5);
  expect(check(custom, { ...TARGET, definitions }, [validCustomResource])).toEqual([]);
  const broken = custom.map(({ object, origin }) => ({
    object: { ...object, spec: { ...(object.spec as object), hostnamez: [] } },
    origin,
  }));
  expect(
    check(broken, { ...TARGET, definitions }, [validCustomResource]).map(({ resource }) => resource.kind),
  ).toContain('HTTPRoute');
});
