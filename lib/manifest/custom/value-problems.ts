import { type Fields, show } from '../fields';
import { isMap } from '../pods';
import { formatProblem } from './formats';
import { matchesPattern } from './pattern';

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  array: Array.isArray,
  object: isMap,
};

/** What a schema of OpenAPI v3 says against a value itself, leaving out what is in it. */
export function valueProblems(value: unknown, schema: Fields): readonly string[] {
  const mismatch = typeProblem(value, schema);
  if (mismatch !== undefined) return [mismatch];
  const { enum: allowed, pattern } = schema;
  const format = formatProblem(value, schema);
  return [
    ...(Array.isArray(allowed) && !allowed.some((item) => JSON.stringify(item) === JSON.stringify(value))
      ? [`${JSON.stringify(value)} is none of ${allowed.map(show).join(', ')}`]
      : []),
    ...(typeof value === 'string' && typeof pattern === 'string' && !matchesPattern(value, pattern)
      ? [`${JSON.stringify(value.slice(0, 100))} does not match ${pattern}`]
      : []),
    ...(format === undefined ? [] : [format]),
    ...boundProblems(value, schema),
  ];
}

function typeProblem(value: unknown, schema: Fields): string | undefined {
  const { type } = schema;
  if (schema['x-kubernetes-int-or-string'] === true) {
    return typeof value === 'string' || Number.isInteger(value) ? undefined : 'must be an integer or a text';
  }
  if (typeof type !== 'string' || !Object.hasOwn(TYPES, type) || TYPES[type]!(value)) return undefined;
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return `must be of type ${type}, and is of type ${found}`;
}

function boundProblems(value: unknown, schema: Fields): readonly string[] {
  if (typeof value === 'number') {
    return [...between(value, '', schema.minimum, schema.maximum, schema), ...multipleProblems(value, schema)];
  }
  if (typeof value === 'string') return between([...value].length, 'characters', schema.minLength, schema.maxLength);
  if (Array.isArray(value)) return between(value.length, 'items', schema.minItems, schema.maxItems);
  return isMap(value) ? between(Object.keys(value).length, 'fields', schema.minProperties, schema.maxProperties) : [];
}

function multipleProblems(value: number, { multipleOf }: Fields): readonly string[] {
  if (typeof multipleOf !== 'number' || Number.isInteger(value / multipleOf)) return [];
  return [`is ${value}, and must be a multiple of ${multipleOf}`];
}

function between(size: number, what: string, least: unknown, most: unknown, schema: Fields = {}): readonly string[] {
  const { exclusiveMinimum, exclusiveMaximum } = schema;
  const isLow = typeof least === 'number' && (exclusiveMinimum === true ? size <= least : size < least);
  const isHigh = typeof most === 'number' && (exclusiveMaximum === true ? size >= most : size > most);
  const found = what === '' ? `is ${size}` : `has ${size} ${what}`;
  if (isLow) return [`${found}, and needs ${exclusiveMinimum === true ? 'more than' : 'at least'} ${least}`];
  return isHigh ? [`${found}, and may have ${exclusiveMaximum === true ? 'less than' : 'at most'} ${most}`] : [];
}
