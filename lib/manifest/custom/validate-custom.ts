import { type Fields, fieldAt, textsAt } from '../fields';
import { isMap } from '../pods';
import { didYouMean } from '../schema/suggest';
import { alternativeProblems } from './alternatives';
import { withDefaults } from './defaults';
import { duplicates, placeOfItem } from './list-items';
import { valueProblems } from './value-problems';

/** Something that the schema of a custom resource does not allow. */
export interface CustomProblem {
  readonly path: string;
  readonly message: string;
}

/** What the API server judges by itself, whatever the definition says. */
const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'status']);
const OF_EMBEDDED: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** The problems of a custom resource, by the OpenAPI v3 schema of its definition. */
export function validateCustom(object: Fields, schema: Fields): readonly CustomProblem[] {
  const root = { ...schema, type: undefined };
  const filled = withDefaults(object, root) as Fields;
  const own = [...valueProblems(filled, root), ...alternativeProblems(filled, root)];
  return [...own.map((message) => ({ path: '', message })), ...fieldProblems(filled, root, '', OF_EVERY_OBJECT)];
}

function* problemsOf(value: unknown, schema: Fields, path: string): Generator<CustomProblem> {
  if (value === null && schema.nullable === true) return;
  const own = valueProblems(value, schema);
  for (const message of own) yield { path, message };
  if (own.length > 0) return;
  if (Array.isArray(value)) yield* itemProblems(value, schema, path);
  if (isMap(value)) {
    const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
    yield* fieldProblems(value, schema, path, isEmbedded ? OF_EMBEDDED : undefined);
    if (isEmbedded) yield* missing(value, ['apiVersion', 'kind'], path);
  }
  for (const message of alternativeProblems(value, schema)) yield { path, message };
}

function* itemProblems(list: readonly unknown[], schema: Fields, path: string): Generator<CustomProblem> {
  const items = fieldAt(schema, 'items');
  if (isMap(items)) {
    for (const [index, item] of list.entries()) yield* problemsOf(item, items, placeOfItem(path, item, index));
  }
  for (const { index, message } of duplicates(list, schema)) {
    yield { path: placeOfItem(path, list[index], index), message };
  }
}

function* fieldProblems(
  value: Fields,
  schema: Fields,
  path: string,
  judgedElsewhere?: ReadonlySet<string>,
): Generator<CustomProblem> {
  const properties = (fieldAt(schema, 'properties') ?? {}) as Fields;
  const others = fieldAt(schema, 'additionalProperties');
  for (const [key, item] of Object.entries(value)) {
    if (judgedElsewhere?.has(key)) continue;
    const known = Object.hasOwn(properties, key) ? properties[key] : others;
    if (isMap(known)) yield* problemsOf(item, known, stepTo(path, key));
    else if (!keepsUnknown(schema)) {
      yield { path: stepTo(path, key), message: `unknown field${didYouMean(key, Object.keys(properties))}` };
    }
  }
  yield* missing(value, textsAt(schema, 'required'), path);
}

function keepsUnknown(schema: Fields): boolean {
  const { properties, additionalProperties } = schema;
  if (schema['x-kubernetes-preserve-unknown-fields'] === true || additionalProperties === true) return true;
  return schema.type === undefined && properties === undefined && additionalProperties === undefined;
}

function* missing(value: Fields, required: readonly string[], path: string): Generator<CustomProblem> {
  for (const key of required) {
    if (!Object.hasOwn(value, key)) yield { path: stepTo(path, key), message: 'is required' };
  }
}

function stepTo(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}
