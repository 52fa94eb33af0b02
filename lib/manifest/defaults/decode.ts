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

/** How an object comes out: as it is read, before defaults, or as it is written. */
export type Way = 'read' | 'written';

/** What every step needs to know. */
interface Setting {
  readonly schema: Schema;
  readonly way: Way;
}

/**
 * An object as the API server has read it: without nulls, without empty lists and maps, without a `0`, `false` or empty
 * text that means the same as nothing, and without fields that the version does not know or whose feature is off;
 * quantities in their canonical form; with the objects that are always there, such as `resources: {}`. Written, it has the
 * zeros of fields that are always there as well, such as `divisor: "0"`.
 */
export function decodeObject(object: Fields, type: ObjectSchema, schema: Schema, way: Way): Fields {
  const { pointers, always } = presencesOf(type.name);
  const setting = { schema, way };
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(object)) {
    const field = type.fields.get(name);
    if (!field || isDropped(type.name, name, schema.version)) continue;
    const decoded = decode(object[name], field.type, setting, type.name);
    if (decoded === undefined) continue;
    const isKept = pointers.has(name) || (way === 'written' && always.has(name));
    if (isKept || !isZero(decoded, field.type)) result[name] = decoded;
  }
  for (const name of always) {
    const field = type.fields.get(name);
    if (!field || Object.hasOwn(result, name) || (way === 'read' && field.type.is !== 'object')) continue;
    result[name] = zeroOf(field.type, setting);
  }
  return result;
}

function decode(value: unknown, type: Type, setting: Setting, owner: string): unknown {
  if (value === null || value === undefined) return undefined;
  switch (type.is) {
    case 'object':
      return isMap(value) ? decodeObject(value, setting.schema.type(type.name), setting.schema, setting.way) : value;
    case 'list':
      if (!Array.isArray(value)) return value;
      return value.length === 0 ? undefined : value.map((item) => decodeInside(item, type.of, setting, owner));
    case 'map':
      if (!isMap(value)) return value;
      return Object.keys(value).length === 0 ? undefined : decodeMap(value, type.of, setting, owner);
    case 'value':
      return decodeValue(value, type.value);
  }
}

function decodeMap(map: Fields, of: Type, setting: Setting, owner: string): Fields {
  const entries = Object.entries(map).map(([key, value]) => [key, decodeInside(value, of, setting, owner)] as const);
  if (of.is !== 'value' || of.value !== 'quantity' || !owner.startsWith('core.')) return Object.fromEntries(entries);
  return Object.fromEntries(entries.map(([key, value]) => [key, canonicalQuantity(String(value), MILLI)]));
}

/** An item of a list or a map is there even if it is null. */
function decodeInside(value: unknown, type: Type, setting: Setting, owner: string): unknown {
  return decode(value, type, setting, owner) ?? zeroOf(type, setting) ?? value;
}

function decodeValue(value: unknown, type: ValueType): unknown {
  if (type === 'quantity') {
    return typeof value === 'string' || typeof value === 'number' ? canonicalQuantity(String(value)) : value;
  }
  if (type !== 'byte') return value;
  if (Array.isArray(value)) return Buffer.from(value as readonly number[]).toString('base64');
  return typeof value === 'string' ? value.replace(/[\r\n]/g, '') : value;
}

/** Whether a value is the same as nothing; a quantity or a port never is. */
function isZero(value: unknown, type: Type): boolean {
  if (type.is !== 'value' || type.value === 'intOrString' || type.value === 'quantity') return false;
  return value === '' || value === 0 || value === false;
}

function zeroOf(type: Type, { schema, way }: Setting): unknown {
  if (type.is === 'object') return decodeObject({}, schema.type(type.name), schema, way);
  return type.is === 'value' ? ZEROS[type.value] : undefined;
}
