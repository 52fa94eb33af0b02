import { customSchemaOf } from '../custom/custom-schema';
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
 * not know, and with the schema's defaults. With one that only we know: with the defaults, and with all fields, as the
 * cluster may have another release. Without: as it is, but for nulls.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting
 */
export function customAsStored(
  object: KubernetesObject,
  definitions: readonly KubernetesObject[],
  schema: Schema,
): KubernetesObject {
  const known = customSchemaOf(object, definitions);
  const isOpen = known === undefined || Object.keys(known.schema).length === 0;
  const root = { 'x-kubernetes-embedded-resource': true, ...(isOpen ? KEEPS_ALL : known.schema) };
  const complete = new Storage(known?.isOpen ?? false).map(object, root);
  return change(complete, 'metadata', (metadata) =>
    decodeObject(metadata, schema.type('meta.v1.ObjectMeta'), schema, 'written'),
  ) as KubernetesObject;
}

class Storage {
  /**
   * @param isOpen whether fields that the schema does not know are kept
   */
  constructor(private readonly isOpen: boolean) {}

  map(map: Fields, schema: Fields): Fields {
    const isResource = schema['x-kubernetes-embedded-resource'] === true;
    const properties = (fieldAt(schema, 'properties') ?? {}) as Fields;
    const fields = Object.entries({ ...defaultsOf(properties), ...withoutNulls(map, properties) });
    return Object.fromEntries(
      fields.flatMap(([name, value]) => {
        if (isResource && OF_EVERY_OBJECT.has(name)) return [[name, value]];
        const inside = this.schemaInside(name, properties, schema);
        return inside ? [[name, this.value(value, inside)]] : [];
      }),
    );
  }

  private value(value: unknown, schema: Fields): unknown {
    if (isMap(value)) return this.map(value, schema);
    const items = schema.items ?? (schema === KEEPS_ALL ? KEEPS_ALL : undefined);
    return Array.isArray(value) && isMap(items) ? value.map((item) => this.value(item, items)) : value;
  }

  /** The schema of a field; `undefined` for one that is dropped. */
  private schemaInside(name: string, properties: Fields, schema: Fields): Fields | undefined {
    if (Object.hasOwn(properties, name)) return properties[name] as Fields;
    const others = schema.additionalProperties;
    if (isMap(others)) return others;
    const keeps = this.isOpen || others === true || schema['x-kubernetes-preserve-unknown-fields'] === true;
    return keeps ? KEEPS_ALL : undefined;
  }
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
