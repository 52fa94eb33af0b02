import { type Fields, fieldAt } from '../fields';
import { isMap } from '../pods';

/**
 * A value with the defaults of its schema, as the API server fills them in before it validates.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting
 */
export function withDefaults(value: unknown, schema: Fields): unknown {
  if (Array.isArray(value)) {
    const items = fieldAt(schema, 'items');
    return isMap(items) ? value.map((item) => withDefaults(given(item, items), items)) : value;
  }
  return isMap(value) ? fieldsWithDefaults(value, schema) : value;
}

function fieldsWithDefaults(value: Fields, schema: Fields): Fields {
  const properties = (fieldAt(schema, 'properties') ?? {}) as Fields;
  const others = fieldAt(schema, 'additionalProperties');
  const filled = new Map(Object.entries(value));
  for (const [key, field] of Object.entries(properties)) {
    if (isMap(field) && hasDefault(field) && !filled.has(key)) filled.set(key, field.default);
  }
  for (const [key, item] of filled) {
    const field = Object.hasOwn(properties, key) ? properties[key] : others;
    if (isMap(field)) filled.set(key, withDefaults(given(item, field), field));
  }
  return Object.fromEntries(filled);
}

/** `null` is not there for a field that has a default and can't be null. */
function given(value: unknown, schema: Fields): unknown {
  return value === null && schema.nullable !== true && hasDefault(schema) ? schema.default : value;
}

function hasDefault(schema: Fields): boolean {
  return schema.default !== undefined && schema.default !== null;
}
