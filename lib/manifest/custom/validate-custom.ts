import { type Fields, fieldAt, mapsAt, textsAt } from '../fields';
import { isMap } from '../pods';
import { didYouMean } from '../schema/suggest';
import { valueProblems } from './value-problems';

/** Something that the schema of a custom resource does not allow. */
export interface CustomProblem {
  readonly path: string;
  readonly message: string;
}

/** What every object has beside what its definition says. */
const OF_EVERY_OBJECT = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/** The problems of a custom resource, by the OpenAPI v3 schema of its definition. */
export function validateCustom(object: Fields, schema: Fields): readonly CustomProblem[] {
  return [...fieldProblems(object, schema, '', true)];
}

function* problemsOf(value: unknown, schema: Fields, path: string): Generator<CustomProblem> {
  if (value === null && schema.nullable === true) return;
  const own = valueProblems(value, schema);
  for (const message of own) yield { path, message };
  if (own.length > 0) return;
  if (Array.isArray(value)) {
    const items = fieldAt(schema, 'items');
    for (const [index, item] of value.entries()) {
      if (isMap(items)) yield* problemsOf(item, items, `${path}[${labelOf(item, index)}]`);
    }
  } else if (isMap(value)) {
    yield* fieldProblems(value, schema, path, schema['x-kubernetes-embedded-resource'] === true);
  }
  yield* alternativeProblems(value, schema, path);
}

function* fieldProblems(value: Fields, schema: Fields, path: string, isObject: boolean): Generator<CustomProblem> {
  const properties = (fieldAt(schema, 'properties') ?? {}) as Fields;
  const others = fieldAt(schema, 'additionalProperties');
  const keepsAll = schema['x-kubernetes-preserve-unknown-fields'] === true || others === true;
  const isOpen = keepsAll || (Object.keys(properties).length === 0 && !isMap(others) && schema.type === undefined);
  for (const [key, item] of Object.entries(value)) {
    const place = stepTo(path, key);
    const known = Object.hasOwn(properties, key) ? properties[key] : others;
    if (isObject && OF_EVERY_OBJECT.has(key)) continue;
    if (isMap(known)) yield* problemsOf(item, known, place);
    else if (!isOpen) yield { path: place, message: `unknown field${didYouMean(key, Object.keys(properties))}` };
  }
  for (const key of textsAt(schema, 'required')) {
    const isGiven = Object.hasOwn(value, key) && value[key] !== null;
    const hasDefault = fieldAt(properties, key, 'default') !== undefined;
    if (!isGiven && !hasDefault) yield { path: stepTo(path, key), message: 'is required' };
  }
}

/** `allOf`, `anyOf`, `oneOf` and `not` restrict values and define no fields of their own. */
function* alternativeProblems(value: unknown, schema: Fields, path: string): Generator<CustomProblem> {
  const fits = (part: Fields) => fitsPart(value, part);
  const [all, any, one] = ['allOf', 'anyOf', 'oneOf'].map((field) => mapsAt(schema, field)) as [
    Fields[],
    Fields[],
    Fields[],
  ];
  const not = fieldAt(schema, 'not');
  const isInt = schema['x-kubernetes-int-or-string'] === true;
  const matching = one.filter(fits).length;
  if (!all.every(fits) || (isMap(not) && fits(not))) yield { path, message: 'is not allowed by the definition' };
  if (any.length > 0 && !isInt && !any.some(fits)) yield { path, message: 'fits none of the alternatives (anyOf)' };
  if (one.length > 0 && matching !== 1) {
    yield {
      path,
      message: `fits ${matching === 0 ? 'none' : 'several'} of the alternatives (oneOf), and must fit one`,
    };
  }
}

function fitsPart(value: unknown, part: Fields): boolean {
  return problemsOf(value, { 'x-kubernetes-preserve-unknown-fields': true, ...part }, '').next().done === true;
}

function stepTo(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function labelOf(item: unknown, index: number): string {
  return isMap(item) && typeof item.name === 'string' ? item.name : String(index);
}
