import { isMap } from '../pods';
import type { Field } from './field';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const UNSUPPORTED = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'];
const JUNCTORS = ['allOf', 'anyOf', 'oneOf'];

/** What is nested deeper is cyclic, and refused as such. */
const DEEPEST = 100;

/** What a part of a schema that only restricts values must not say. */
const STRUCTURE =
  /^(type|additionalProperties|default|title|description|nullable|x-kubernetes-(preserve-unknown-fields|embedded-resource|int-or-string|list-type|list-map-keys|map-type|validations))$/;

/**
 * The schema of a custom resource: it is structural, and says nothing that the API server cannot keep. Rules in CEL are
 * not read.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export function checkDefinitionSchema(schema: Field): void {
  const type = schema.get('type');
  if (type.empty && schema.read('x-kubernetes-preserve-unknown-fields') !== true)
    type.refuse('valid-object', 'is required');
  else if (type.text && type.text !== 'object')
    type.refuse('valid-object', `must be object at the root, is ${type.text}`);
  if (schema.read('nullable') === true) schema.get('nullable').refuse('valid-object', 'must not be true at the root');
  const others = schema.get('additionalProperties');
  if (others.present) others.refuse('valid-object', 'must not be set at the root');
  checkNode(schema, 0);
}

function checkNode(node: Field, depth: number): void {
  if (depth > DEEPEST) return;
  checkSupported(node);
  checkList(node);
  checkMap(node);
  for (const junctor of JUNCTORS)
    for (const part of node.get(junctor).items()) checkRestriction(part, depth, isIntOrString);
  if (node.has('not')) checkRestriction(node.get('not'), depth);
  for (const property of node.get('properties').entries()) checkInner(property, depth);
  for (const name of ['items', 'additionalProperties']) if (node.get(name).map) checkInner(node.get(name), depth);
}

/** A property or an item says what it is. */
function checkInner(node: Field, depth: number): void {
  const free = ['x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields'].some((name) => node.read(name));
  if (node.get('type').empty && !free) node.get('type').refuse('valid-object', 'is required');
  checkNode(node, depth + 1);
}

function checkSupported(node: Field): void {
  const type = node.get('type');
  if (type.text && !TYPES.includes(type.text)) {
    type.refuse('valid-object', `must be ${TYPES.join(', ')}, is ${type.text}`);
  }
  for (const name of UNSUPPORTED) if (!node.get(name).empty) node.get(name).refuse('valid-object', 'is not supported');
  if (node.read('uniqueItems') === true) node.get('uniqueItems').refuse('valid-object', 'must not be true');
  if (type.text && node.has('default') && !isOf(type.text, node.read('default'))) {
    node.get('default').refuse('valid-object', `must be of type ${type.text}`);
  }
  const keeps = node.get('x-kubernetes-preserve-unknown-fields');
  if (keeps.value === false) keeps.refuse('valid-object', 'must be true or not be set');
  const others = node.get('additionalProperties');
  if (!node.get('properties').empty && (others.map || others.value === false)) {
    others.refuse('valid-object', 'must not be set beside properties');
  }
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'object' ? isMap(value) : typeof value === type;
}

function checkList(node: Field): void {
  const items = node.get('items');
  if (node.get('type').text === 'array' && items.missing) items.refuse('valid-object', 'is required for an array');
  if (Array.isArray(items.value)) items.refuse('valid-object', 'must be one schema, is a list');
  const list = node.get('x-kubernetes-list-type');
  const keys = node.get('x-kubernetes-list-map-keys');
  if (list.text && !['atomic', 'set', 'map'].includes(list.text)) {
    list.refuse('valid-object', `must be atomic, set or map, is ${list.text}`);
  }
  if (list.present && node.get('type').text !== 'array') list.refuse('valid-object', 'must be set for an array only');
  if (!keys.empty && list.text !== 'map') list.refuse('valid-object', 'must be map beside x-kubernetes-list-map-keys');
  if (list.text === 'map') checkKeys(keys, items);
}

function checkKeys(keys: Field, items: Field): void {
  if (keys.empty) return keys.refuse('valid-object', 'is required for a list of type map');
  if (items.get('type').text !== 'object')
    return items.get('type').refuse('valid-object', 'must be object in a list of type map');
  for (const key of keys.items()) {
    const property = items.at('properties', key.text ?? '');
    if (property.missing) key.refuse('valid-object', `is no property of the items: ${key.text ?? ''}`);
    else if (!items.get('required').list.includes(key.text) && !property.has('default')) {
      property.refuse('valid-object', 'must be required or have a default, since it is a key of the list');
    }
  }
}

function checkMap(node: Field): void {
  const map = node.get('x-kubernetes-map-type');
  if (map.present && node.get('type').text !== 'object') map.refuse('valid-object', 'must be set for an object only');
  if (map.text && !['atomic', 'granular'].includes(map.text)) {
    map.refuse('valid-object', `must be atomic or granular, is ${map.text}`);
  }
}

/** A part below `allOf`, `anyOf`, `oneOf` or `not` restricts values, and has no structure of its own. */
function checkRestriction(part: Field, depth: number, isExcepted: (part: Field) => boolean = () => false): void {
  if (depth > DEEPEST || isExcepted(part)) return;
  for (const field of part.entries()) {
    const isSaid = STRUCTURE.test(String(field.step)) && !field.empty && field.value !== false;
    if (isSaid) field.refuse('valid-object', `must not be set below ${kindOf(part)}`);
  }
  const joined = JUNCTORS.flatMap((junctor) => part.get(junctor).items());
  for (const inner of joined) checkRestriction(inner, depth + 1, isExcepted);
  const others = [part.get('not'), part.get('items')].filter(({ map }) => map);
  for (const inner of [...others, ...part.get('properties').entries()]) checkRestriction(inner, depth + 1);
}

function kindOf(part: Field): string {
  return String(typeof part.step === 'number' ? part.parent?.step : part.step);
}

/** `anyOf: [{ type: integer }, { type: string }]` is how a value that is either is written. */
function isIntOrString({ value, parent }: Field): boolean {
  const alternatives = (parent?.list ?? []).map((each) => JSON.stringify(each)).toSorted();
  return typeof value === 'object' && alternatives.join() === '{"type":"integer"},{"type":"string"}';
}
