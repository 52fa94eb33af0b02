import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** The words that say what is allowed; the others describe, or are evaluated by the API server alone. */
const KEPT = new Set([
  'type',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'enum',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'nullable',
  'default',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'x-kubernetes-int-or-string',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
]);

/** What every object has, which the API server does not leave to the definition. */
const OF_EVERY_OBJECT = new Set(['apiVersion', 'kind', 'metadata', 'status']);

interface Definition {
  readonly spec: {
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Schema } }[];
  };
}

/** The kind that a file of a CustomResourceDefinition defines, with the schema of each version, served or not. */
export function definitionIn(folder: string, file: string): readonly [kind: string, versions: Schema] {
  const { spec } = parse(readFileSync(join(folder, file), 'utf8')) as Definition;
  const versions = spec.versions.map(({ name, schema }) => [name, rootOf(schema.openAPIV3Schema)] as const);
  return [spec.names.kind, Object.fromEntries(versions)];
}

function rootOf(schema: Schema): Schema {
  const { properties, ...rest } = strip(schema);
  const own = Object.entries(properties as Schema).filter(([name]) => !OF_EVERY_OBJECT.has(name));
  return { ...rest, properties: Object.fromEntries(own) };
}

function strip(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(
    ([key, value]) => KEPT.has(key) && !(key === 'x-kubernetes-list-type' && value === 'atomic'),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, stripValue(key, value)]));
}

function stripValue(key: string, value: unknown): unknown {
  if (key === 'properties') {
    return Object.fromEntries(Object.entries(value as Schema).map(([name, field]) => [name, strip(field as Schema)]));
  }
  if (['allOf', 'anyOf', 'oneOf'].includes(key)) return (value as readonly Schema[]).map(strip);
  const isSchema = ['items', 'additionalProperties', 'not'].includes(key) && typeof value === 'object';
  return isSchema ? strip(value as Schema) : value;
}
