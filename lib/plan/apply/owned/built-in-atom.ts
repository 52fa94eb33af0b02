import { isAtLeast } from '../../../manifest/version';
import type { FieldSchema, Schema, Type, ValueType } from '../../../manifest/schema/types';
import { type Atom, DEDUCED, type ListAtom, WHOLE } from './atom';

const SCALARS: Readonly<Partial<Record<ValueType, NonNullable<Atom['scalar']>>>> = {
  string: 'string',
  byte: 'string',
  duration: 'string',
  boolean: 'boolean',
  int32: 'numeric',
  int64: 'numeric',
  number: 'numeric',
};

/** What server-side apply knows of a built-in type, by the markers of Kubernetes' OpenAPI document (KEP-555). */
export function builtInAtom(schema: Schema, type: Type, field?: FieldSchema): Atom {
  const atomic = field?.atomic ?? false;
  if (type.is === 'object') return objectAtom(schema, type.name, atomic);
  if (type.is === 'list') return { list: listAtom(schema, type, field) };
  if (type.is === 'map') {
    return { map: { atomic, named: () => undefined, others: () => builtInAtom(schema, type.of) } };
  }
  if (type.value === 'any') return DEDUCED;
  if (type.value === 'object') return WHOLE;
  return { scalar: SCALARS[type.value] ?? 'untyped' };
}

function objectAtom(schema: Schema, name: string, atomic: boolean): Atom {
  const { fields } = schema.type(name);
  const atoms = new Map<FieldSchema, Atom>();
  const named = (field: string) => {
    const known = fields.get(field);
    if (known && !atoms.has(known)) atoms.set(known, builtInAtom(schema, known.type, known));
    return known && atoms.get(known);
  };
  return { map: { atomic, named } };
}

/** A list without a marker of the server's own is told apart as kubectl's patches do it: by their key, or as a set. */
function listAtom(schema: Schema, { of, list }: Type & { is: 'list' }, field?: FieldSchema): ListAtom {
  const keys = list.keys.length > 0 ? list.keys : [list.merge ?? []].flat();
  let items: Atom | undefined;
  return {
    atomic: keys.length === 0 && !list.set && field?.patch !== 'merge',
    keys: keys.toSorted(),
    keyDefault: (key) => (of.is === 'object' ? keyDefault(schema, of.name, key) : undefined),
    items: () =>
      (items ??= field?.atomic && of.is === 'object' ? objectAtom(schema, of.name, true) : builtInAtom(schema, of)),
  };
}

/** Keys that have a default; of the others, a required one counts as empty where it is missing. */
const KEY_DEFAULTS: Readonly<Record<string, { readonly value: unknown; readonly since?: string }>> = {
  'core.v1.ContainerPort.protocol': { value: 'TCP' },
  'core.v1.ServicePort.protocol': { value: 'TCP' },
  'core.v1.LocalObjectReference.name': { value: '', since: '1.30' },
};

function keyDefault(schema: Schema, type: string, key: string): unknown {
  const known = KEY_DEFAULTS[`${type}.${key}`];
  if (known) return isAtLeast(schema.version, known.since ?? '1.0') ? known.value : undefined;
  const field = schema.type(type).fields.get(key);
  if (!field?.required || field.type.is !== 'value') return undefined;
  return SCALARS[field.type.value] === 'numeric' ? 0 : '';
}
