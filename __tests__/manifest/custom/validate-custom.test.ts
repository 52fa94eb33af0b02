import { parse } from 'yaml';
import type { Fields } from '../../../lib/manifest/fields';
import { validateCustom } from '../../../lib/manifest/custom/validate-custom';

/** What is said of a value of `spec.x` by its schema. */
function said(schema: string, value: string): readonly string[] {
  const root = parse(
    `{ type: object, properties: { spec: { type: object, properties: { x: ${schema} } } } }`,
  ) as Fields;
  const object = parse(
    `{ apiVersion: example.com/v1, kind: Web, metadata: { name: web }, spec: { x: ${value} } }`,
  ) as Fields;
  return validateCustom(object, root).map(({ path, message }) => `${path}: ${message}`);
}

const accepted: Readonly<Record<string, readonly [schema: string, value: string]>> = {
  'unknown fields where they are kept': ['{ type: object, x-kubernetes-preserve-unknown-fields: true }', '{ a: [1] }'],
  'a number or a text': ['{ x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }', '50%'],
  'a number or a text of a pattern': [
    '{ x-kubernetes-int-or-string: true, allOf: [{ anyOf: [{ type: integer }, { type: string }] }], pattern: "^[0-9]+%$" }',
    '3',
  ],
  'null where it may be': ['{ type: string, nullable: true }', 'null'],
  'null where there is a default': ['{ type: string, default: a }', 'null'],
  'any field of a map': ['{ type: object, additionalProperties: { type: integer } }', '{ a: 1, b: 2 }'],
  'an embedded object': [
    '{ type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }',
    '{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: {} }',
  ],
  'one alternative': [
    '{ type: object, properties: { a: { type: object, properties: { b: { type: string } } }, c: {} }, oneOf: [{ required: [a], properties: { a: { required: [b] } } }, { required: [c] }] }',
    '{ a: { b: x } }',
  ],
  'an alternative that a default makes true': [
    '{ type: object, properties: { mode: { type: string, default: fast } }, anyOf: [{ required: [mode] }, { required: [name] }] }',
    '{}',
  ],
  'what is required of a default': [
    '{ type: object, required: [a], properties: { a: { type: object, default: {}, required: [b], properties: { b: { type: integer, default: 1 } } } } }',
    '{}',
  ],
  'items of a list with other keys': [
    '{ type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [port, protocol], items: { type: object, properties: { port: { type: integer }, protocol: { type: string, default: TCP } } } }',
    '[{ port: 53 }, { port: 53, protocol: UDP }]',
  ],
  'equal items of a list that is no set': ['{ type: array, items: { type: string } }', '[a, a]'],
  'a format that nobody knows': ['{ type: string, format: color }', 'x'],
  'texts of a format': [
    '{ type: array, items: { type: string, format: cidr } }',
    '[10.0.0.0/8, "fd00::/8", 010.1.0.0/16]',
  ],
  'a pattern that JavaScript does not know': ['{ type: string, pattern: "^[[:alpha:]]+$" }', 'abc'],
  'a pattern with a flag': ['{ type: string, pattern: "(?i)^abc$" }', 'ABC'],
  'a pattern with an escape that JavaScript does not ask for': [
    '{ type: string, pattern: "^\\\\@[a-z\\\\-]+$" }',
    '"@a-b"',
  ],
  'what only a rule in CEL forbids': [
    '{ type: object, properties: { a: { type: integer } }, x-kubernetes-validations: [{ rule: "self.a > 5" }] }',
    '{ a: 1 }',
  ],
};

test.each(Object.entries(accepted))('accepts %s', (_, [schema, value]) => {
  expect(said(schema, value)).toEqual([]);
});

const refused: Readonly<Record<string, readonly [schema: string, value: string, ...messages: string[]]>> = {
  'unknown fields below those that are kept': [
    '{ type: object, x-kubernetes-preserve-unknown-fields: true, properties: { a: { type: object, properties: { b: {} } } } }',
    '{ a: { bb: 1 }, c: 1 }',
    'spec.x.a.bb: unknown field: did you mean "b"?',
  ],
  'null where it may not be': ['{ type: string }', 'null', 'spec.x: must be of type string, and is of type null'],
  'a value of a map': [
    '{ type: object, additionalProperties: { type: integer } }',
    '{ a: x }',
    'spec.x.a: must be of type integer, and is of type string',
  ],
  'an embedded object without its kind': [
    '{ type: object, x-kubernetes-embedded-resource: true, properties: { spec: { type: object } } }',
    '{ metadata: { name: a }, spek: {} }',
    'spec.x.spek: unknown field: did you mean "spec"?',
    'spec.x.apiVersion: is required',
    'spec.x.kind: is required',
  ],
  'none of the alternatives': [
    '{ type: object, properties: { a: {}, b: {} }, anyOf: [{ required: [a] }, { required: [b] }] }',
    '{}',
    'spec.x: fits none of the alternatives (anyOf): a, b',
  ],
  'two of the alternatives, one of them by a default': [
    '{ type: object, properties: { a: { default: 1 }, b: {} }, oneOf: [{ required: [a] }, { required: [b] }] }',
    '{ b: 1 }',
    'spec.x: fits several of the alternatives (oneOf), and must fit one: a, b',
  ],
  'what is deep in a part': [
    '{ type: object, properties: { a: { type: array, items: { type: string } } }, not: { properties: { a: { items: { enum: [x] } } } } }',
    '{ a: [x] }',
    'spec.x: is not allowed by the definition',
  ],
  'equal items of a set': [
    '{ type: array, x-kubernetes-list-type: set, items: { type: string } }',
    '[a, b, a]',
    'spec.x[2]: is there twice: a',
  ],
  'items with the same keys, one of them by a default': [
    '{ type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [port, protocol], items: { type: object, properties: { name: { type: string }, port: { type: integer }, protocol: { type: string, default: TCP } } } }',
    '[{ name: a, port: 53 }, { name: b, port: 53, protocol: TCP }]',
    'spec.x[b]: is there twice: port 53, protocol "TCP"',
  ],
  'numbers out of range': [
    '{ type: array, items: { type: integer, format: int32, minimum: 0, exclusiveMinimum: true, multipleOf: 5 } }',
    '[0, 7, 3000000000]',
    'spec.x[0]: is 0, and needs more than 0',
    'spec.x[1]: is 7, and must be a multiple of 5',
    'spec.x[2]: is out of range: 3000000000',
  ],
  'lists and maps of the wrong size': [
    '{ type: object, properties: { a: { type: array, maxItems: 1, items: {} }, b: { type: object, minProperties: 1, additionalProperties: { type: string } }, c: { type: string, minLength: 1 } } }',
    '{ a: [1, 2], b: {}, c: "" }',
    'spec.x.a: has 2 items, and may have at most 1',
    'spec.x.b: has 0 fields, and needs at least 1',
    'spec.x.c: has 0 characters, and needs at least 1',
  ],
  'texts that have not their format': [
    '{ type: object, properties: { a: { type: string, format: ipv4 }, b: { type: string, format: ipv6 }, c: { type: string, format: cidr }, d: { type: string, format: date-time }, e: { type: string, format: uuid }, f: { type: string, format: mac }, g: { type: string, format: date }, h: { type: string, format: byte } } }',
    '{ a: 1.2.3, b: "::g", c: 10.0.0.0/33, d: yesterday, e: "1", f: "00:11", g: "2026-02-31", h: "!" }',
    'spec.x.a: is no IPv4 address: "1.2.3"',
    'spec.x.b: is no IPv6 address: "::g"',
    'spec.x.c: is no range of addresses such as 10.0.0.0/8: "10.0.0.0/33"',
    'spec.x.d: is no time such as 2026-01-31T12:00:00Z: yesterday',
    'spec.x.e: is no UUID: "1"',
    'spec.x.f: is no MAC address: "00:11"',
    'spec.x.g: is no day such as 2026-01-31: "2026-02-31"',
    'spec.x.h: is not encoded in base64',
  ],
};

test.each(Object.entries(refused))('refuses %s', (_, [schema, value, ...messages]) => {
  expect(said(schema, value)).toEqual(messages);
});
