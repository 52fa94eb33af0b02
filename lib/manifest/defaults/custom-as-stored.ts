import { customKinds } from '../custom/custom-kinds';
import { type Fields, fieldAt } from '../fields';
import type { KubernetesObject } from '../kubernetes-object';
import { isMap } from '../pods';
import type { Schema } from '../schema/types';
import { decodeObject } from './decode';
import { change } from './fill';

const KEEPS_ALL: Fields = { 'x-kubernetes-preserve-unknown-fields': true };
const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * A custom resource as the API server stores it. With its CustomResourceDefinition: without fields that the schema does
 * not know, and with the schema's defaults. Without: as it is, but for nulls.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting
 */
export function customAsStored(
  object: KubernetesObject,
  definitions: readonly KubernetesObject[],
  schema: Schema,
): KubernetesObject {
  const [group = ''] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : [];
  const version = object.apiVersion.split('/').at(-1) ?? '';
  const own = customKinds(definitions).get(`${group}/${object.kind}`)?.versions.get(version);
  const isOpen = own === undefined || Object.keys(own).length === 0;
  const root = { 'x-kubernetes-embedded-resource': true, ...(isOpen ? KEEPS_ALL : own) };
  return change(storedMap(object, root), 'metadata', (metadata) =>
    decodeObject(metadata, schema.type('meta.v1.ObjectMeta'), schema, 'written'),
  ) as KubernetesObject;
}

function stored(value: unknown, schema: Fields): unknown {
  if (isMap(value)) return storedMap(value, schema);
  const items = schema.items ?? (schema === KEEPS_ALL ? KEEPS_ALL : undefined);
  return Array.isArray(value) && isMap(items) ? value.map((item) => stored(item, items)) : value;
}

function storedMap(map: Fields, schema: Fields): Fields {
  const isResource = schema['x-kubernetes-embedded-resource'] === true;
  const properties = (fieldAt(schema, 'properties') ?? {}) as Fields;
  const fields = Object.entries({ ...defaultsOf(properties), ...withoutNulls(map, properties) });
  return Object.fromEntries(
    fields.flatMap(([name, value]) => {
      if (isResource && OF_EVERY_OBJECT.has(name)) return [[name, value]];
      const inside = schemaInside(name, properties, schema);
      return inside ? [[name, stored(value, inside)]] : [];
    }),
  );
}

/** A null is the same as nothing, but where the schema allows it. */
function withoutNulls(map: Fields, properties: Fields): Fields {
  const isKept = (name: string) => fieldAt(properties, name, 'nullable') === true;
  return Object.fromEntries(Object.entries(map).filter(([name, value]) => value !== null || isKept(name)));
}

function defaultsOf(properties: Fields): Fields {
  const entries = Object.entries(properties).map(([name, schema]) => [name, fieldAt(schema, 'default')] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The schema of a field; `undefined` for one that is dropped. */
function schemaInside(name: string, properties: Fields, schema: Fields): Fields | undefined {
  if (Object.hasOwn(properties, name)) return properties[name] as Fields;
  const others = schema.additionalProperties;
  if (isMap(others)) return others;
  return others === true || schema['x-kubernetes-preserve-unknown-fields'] === true ? KEEPS_ALL : undefined;
}
