import { canonicalQuantity } from '../canonical-quantity';
import type { Fields } from '../fields';
import { isMap } from '../pods';
import { presencesOf } from '../schema/presence';
import type { ObjectSchema, Schema, Type, ValueType } from '../schema/types';
import { isDropped } from '../validation/features';

const MILLI = -3;
const ZEROS: Partial<Record<ValueType, unknown>> = {
  string: '',
  byte: '',
  boolean: false,
  int32: 0,
  int64: 0,
  number: 0,
  intOrString: 0,
  quantity: '0',
};

/**
 * An object as it is when the API server has read and written it: without nulls, without empty lists and maps, without a
 * `0`, `false` or empty text that means the same as nothing, and without fields that the version does not know or whose
 * feature is off; quantities in their canonical form; with the objects that are always there, such as `resources: {}`.
 */
export function decodeObject(object: Fields, type: ObjectSchema, schema: Schema): Fields {
  const { pointers, always } = presencesOf(type.name);
  const fields = Object.entries(object).flatMap(([name, value]) => {
    const field = type.fields.get(name);
    if (!field || isDropped(type.name, name, schema.version)) return [];
    const decoded = decode(value, field.type, schema, type.name);
    const kept = pointers.has(name) || always.has(name) || !isZero(decoded, field.type);
    return decoded !== undefined && kept ? [[name, decoded]] : [];
  });
  const result = Object.fromEntries(fields) as Record<string, unknown>;
  for (const name of always) {
    const field = type.fields.get(name);
    if (field && !Object.hasOwn(result, name)) result[name] = zeroOf(field.type, schema);
  }
  return result;
}

function decode(value: unknown, type: Type, schema: Schema, owner: string): unknown {
  if (value === null || value === undefined) return undefined;
  switch (type.is) {
    case 'object':
      return isMap(value) ? decodeObject(value, schema.type(type.name), schema) : value;
    case 'list':
      if (!Array.isArray(value)) return value;
      return value.length === 0 ? undefined : value.map((item) => decodeInside(item, type.of, schema, owner));
    case 'map':
      if (!isMap(value)) return value;
      return Object.keys(value).length === 0 ? undefined : decodeMap(value, type.of, schema, owner);
    case 'value':
      return decodeValue(value, type.value);
  }
}

function decodeMap(map: Fields, of: Type, schema: Schema, owner: string): Fields {
  const entries = Object.entries(map).map(([key, value]) => [key, decodeInside(value, of, schema, owner)] as const);
  if (of.is !== 'value' || of.value !== 'quantity' || !owner.startsWith('core.')) return Object.fromEntries(entries);
  return Object.fromEntries(entries.map(([key, value]) => [key, canonicalQuantity(String(value), MILLI)]));
}

/** An item of a list or a map is there even if it is null. */
function decodeInside(value: unknown, type: Type, schema: Schema, owner: string): unknown {
  return decode(value, type, schema, owner) ?? zeroOf(type, schema) ?? value;
}

function decodeValue(value: unknown, type: ValueType): unknown {
  if (type === 'quantity') {
    return typeof value === 'string' || typeof value === 'number' ? canonicalQuantity(String(value)) : value;
  }
  return type === 'byte' && typeof value === 'string' ? value.replace(/[\r\n]/g, '') : value;
}

function isZero(value: unknown, type: Type): boolean {
  return type.is === 'value' && (value === '' || value === 0 || value === false);
}

function zeroOf(type: Type, schema: Schema): unknown {
  if (type.is === 'object') return decodeObject({}, schema.type(type.name), schema);
  return type.is === 'value' ? ZEROS[type.value] : undefined;
}
