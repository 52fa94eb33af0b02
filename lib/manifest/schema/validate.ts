import { fieldAt, show } from '../fields';
import { isMap } from '../pods';
import type { Field } from '../validation/field';
import { misfit, mustBe } from './formats';
import { didYouMean } from './suggest';
import type { ListKeys, ObjectSchema, Schema, Span, Type } from './types';

/** Called for each object in an object, such as each container, with the name of its type. */
export type Visit = (object: Field, type: string) => void;

/** Objects that are nested deeper than this are cyclic, or an attack. */
const DEEPEST = 200;

/**
 * Judges an object by the schema of its kind: unknown and missing fields, types, enums and formats. A field that is null
 * is dropped, as the API server does; `status` is not looked at.
 */
export function validate(object: Field, type: ObjectSchema, schema: Schema, visit: Visit): void {
  new Walk(schema, visit).object(object, type, 0);
}

/** Goes through an object. A `Field` is made only for what has something inside, and for what is refused. */
class Walk {
  constructor(
    private readonly schema: Schema,
    private readonly visit: Visit,
  ) {}

  object(object: Field, type: ObjectSchema, depth: number): void {
    const map = object.missing ? {} : object.map;
    if (!map) return object.refuse('valid-schema', mustBe('an object', object.value));
    if (depth > DEEPEST) return object.refuse('valid-schema', 'is nested too deeply');
    for (const name of Object.keys(map)) {
      const value = map[name];
      if (value === null || value === undefined) continue;
      const field = type.fields.get(name);
      if (field) this.value(object, name, value, field.type, depth + 1);
      else object.get(name).refuse('valid-schema', unknown(name, type, this.schema.version));
    }
    for (const [name, implied] of type.implied) {
      if (isMissing(map[name])) this.object(object.get(name), this.schema.type(implied), depth + 1);
    }
    for (const name of type.required) if (isMissing(map[name])) object.get(name).refuse('valid-schema', 'is required');
    this.visit(object, type.name);
  }

  private value(parent: Field, step: string | number, value: unknown, type: Type, depth: number): void {
    if (type.is === 'value') return typeof value === type.plain ? undefined : scalar(parent, step, value, type);
    if (type.is === 'map' && isPlain(value, type.of)) return;
    const field = parent.child(step);
    if (type.is === 'object') this.object(field, this.schema.type(type.name), depth);
    else if (type.is === 'list') this.list(field, type.of, type.list, depth);
    else this.map(field, type.of, depth);
  }

  private list(field: Field, of: Type, keys: ListKeys, depth: number): void {
    const { value } = field;
    if (!Array.isArray(value)) return field.refuse('valid-schema', mustBe('a list', value));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item === null && of.is !== 'object') nothing(field.item(index), of);
      else this.value(field, index, item, of, depth + 1);
    }
    if (of.is === 'object' && keys.unique.length > 0) this.named(field, keys, this.schema.type(of.name));
    if (value.length > 1 && (keys.set || keys.unique.length > 0)) duplicates(field, keys);
  }

  /** Server-side apply finds the items of a list by their keys, so that each needs one. */
  private named(field: Field, { unique }: ListKeys, of: ObjectSchema): void {
    if (unique.some((name) => of.required.includes(name))) return;
    for (let index = 0; index < field.list.length; index++) {
      if (unique.some((name) => fieldAt(field.list[index], name) !== undefined)) continue;
      field.item(index).get(unique[0]!).refuse('valid-schema', 'is required: it tells the items of the list apart');
    }
  }

  private map(field: Field, of: Type, depth: number): void {
    const { map } = field;
    if (!map) return field.refuse('valid-schema', mustBe('a map', field.value));
    for (const key of Object.keys(map)) if (map[key] !== null) this.value(field, key, map[key], of, depth + 1);
  }
}

/** Whether a map has nothing but values of which only `typeof` matters, as most maps of labels have. */
function isPlain(value: unknown, of: Type): boolean {
  return (
    of.is === 'value' &&
    of.plain !== undefined &&
    isMap(value) &&
    Object.values(value).every((each) => typeof each === of.plain)
  );
}

function scalar(parent: Field, step: string | number, value: unknown, type: Type & { readonly is: 'value' }): void {
  const wrong = misfit(type.value, value);
  if (wrong !== undefined) {
    parent.child(step).refuse(type.value === 'quantity' ? 'valid-quantities' : 'valid-schema', wrong);
  } else if (type.enum && (value !== '' || type.exact) && !type.enum.includes(value as string)) {
    parent.child(step).refuse('valid-schema', noneOf(value as string, type.enum));
  }
}

/** An item that is null is the empty text or zero. */
function nothing(item: Field, of: Type): void {
  if (of.is === 'value' && of.enum) item.refuse('valid-schema', noneOf('', of.enum));
}

function noneOf(text: string, values: readonly string[]): string {
  return `${JSON.stringify(text)} is none of ${values.filter(Boolean).join(', ')}${didYouMean(text, values)}`;
}

function unknown(name: string, type: ObjectSchema, version: string): string {
  const span = type.elsewhere.get(name);
  if (span) return `unknown field: ${describeSpan(span)}, the target is ${version}`;
  return `unknown field${didYouMean(name, type.fields.keys())}`;
}

function describeSpan({ since, until }: Span): string {
  return since ? `Kubernetes has it from ${since} on` : `Kubernetes had it until ${until}`;
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function duplicates(field: Field, keys: ListKeys): void {
  const seen = new Set<string>();
  for (let index = 0; index < field.list.length; index++) {
    const key = identity(field.list[index], keys);
    if (seen.has(key) && key.trim() !== '') field.item(index).refuse('no-duplicates', `is there twice: ${key}`);
    seen.add(key);
  }
}

/** What tells an item of a list apart from the others. */
function identity(item: unknown, { set, unique }: ListKeys): string {
  if (set) return JSON.stringify(item);
  const parts = unique.map((name) => show(fieldAt(item, name) ?? (name === 'protocol' ? 'TCP' : '')));
  return parts.length === 1 ? parts[0]! : parts.join(' ');
}
