import type { Fields } from '../fields';
import { isMap } from '../pods';
import type { ObjectSchema, Schema, Type } from '../schema/types';
import { ADMISSION } from './admission';
import { APPS } from './apps';
import { AUTOSCALING } from './autoscaling';
import { BATCH } from './batch';
import { CONFIG } from './config';
import { CONTAINERS } from './containers';
import { DEVICES } from './devices';
import { type Defaults, fill } from './fill';
import { FLOW_CONTROL } from './flow-control';
import { NETWORKING } from './networking';
import { PODS } from './pods';
import { QUOTAS } from './quotas';
import { SERVICES } from './services';
import { STORAGE } from './storage';
import { VOLUMES } from './volumes';

/** The defaults of every type that has some, by the name that the schema gives it. */
const DEFAULTS: Readonly<Record<string, Defaults>> = {
  ...ADMISSION,
  ...APPS,
  ...AUTOSCALING,
  ...BATCH,
  ...CONFIG,
  ...CONTAINERS,
  ...DEVICES,
  ...FLOW_CONTROL,
  ...NETWORKING,
  ...PODS,
  ...QUOTAS,
  ...SERVICES,
  ...STORAGE,
  ...VOLUMES,
};

/** An object of a type with its defaults, and then those of all that is inside, as Kubernetes' generated code does it. */
export function withDefaults(object: Fields, type: ObjectSchema, schema: Schema): Fields {
  const defaults = Object.hasOwn(DEFAULTS, type.name) ? DEFAULTS[type.name]! : {};
  const filled = typeof defaults === 'function' ? defaults(object, schema.version) : fill(object, defaults);
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(filled)) {
    const field = type.fields.get(name);
    result[name] = field ? inside(filled[name], field.type, schema) : filled[name];
  }
  return result;
}

function inside(value: unknown, type: Type, schema: Schema): unknown {
  if (type.is === 'value') return value;
  if (type.is === 'list') return Array.isArray(value) ? value.map((item) => inside(item, type.of, schema)) : value;
  if (!isMap(value)) return value;
  if (type.is === 'object') return withDefaults(value, schema.type(type.name), schema);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item, type.of, schema)]));
}
