import { type Fields, fieldAt } from '../fields';
import { isMap } from '../pods';
import type { About, Check } from '../validation/check';
import type { Field } from '../validation/field';
import { type Asked, askedIn } from './asked';
import { refuseDuplicates } from './duplicates';
import { misfit, mustBe } from './formats';
import { didYouMean } from './suggest';
import type { ListKeys, ObjectSchema, Schema, Span, Type } from './types';

/** Objects that are nested deeper than this are cyclic, or an attack. */
const DEEPEST = 200;

/** What an implied object has that nobody has written. */
const NOTHING: Fields = {};

/**
 * Judges an object by the schema of its kind: unknown and missing fields, types, enums and formats, and whatever else is
 * asked of each object in it. A field that is null is dropped, as the API server does; `status` is not looked at.
 */
export function validate(object: Field, type: ObjectSchema, schema: Schema, about: About): void {
  const asked = askedIn(schema);
  new Walk(asked, about, schema.version).object(object, asked(type.name), 0);
}

/** Goes through an object. A `Field` is made only for what has something inside, and for what is refused. */
class Walk {
  constructor(
    private readonly asked: (type: string) => Asked,
    private readonly about: About,
    private readonly version: string,
  ) {}

  object(object: Field, { type, fields, whole }: Asked, depth: number): void {
    const { value } = object;
    const map = value === undefined || value === null ? NOTHING : value;
    if (!isMap(map)) return object.refuse('valid-schema', mustBe('an object', value));
    if (depth > DEEPEST) return object.refuse('valid-schema', 'is nested too deeply');
    this.fields(object, map, type, fields, depth + 1);
    const { implied, required } = type;
    for (let index = 0; index < implied.length; index++) {
      const [name, missing] = implied[index]!;
      if (isMissing(map[name])) this.object(object.get(name), this.asked(missing), depth + 1);
    }
    for (let index = 0; index < required.length; index++) {
      const name = required[index]!;
      if (isMissing(map[name])) object.get(name).refuse('valid-schema', 'is required');
    }
    this.ask(whole, object);
  }

  private fields(object: Field, map: Fields, type: ObjectSchema, asked: Asked['fields'], depth: number): void {
    const names = Object.keys(map);
    const values = Object.values(map);
    for (let index = 0; index < names.length; index++) {
      const value = values[index];
      if (value === null || value === undefined) continue;
      const name = names[index]!;
      const field = asked.get(name);
      if (field?.type === undefined) object.get(name).refuse('valid-schema', unknown(name, type, this.version));
      else this.value(object, name, value, field.type, depth);
      if (field && field.checks.length > 0) this.ask(field.checks, object.child(name));
    }
  }

  private ask(checks: readonly Check[], field: Field): void {
    for (let index = 0; index < checks.length; index++) checks[index]!(field, this.about);
  }

  private value(parent: Field, step: string | number, value: unknown, type: Type, depth: number): void {
    if (type.is === 'value') return typeof value === type.plain ? undefined : scalar(parent, step, value, type);
    if (type.is === 'map' && isPlain(value, type.of)) return;
    const field = parent.child(step);
    if (type.is === 'object') this.object(field, this.asked(type.name), depth);
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
    if (of.is === 'object' && keys.unique.length > 0) this.named(field, keys, this.asked(of.name).type);
    if (value.length > 1 && (keys.set || keys.unique.length > 0)) refuseDuplicates(field, keys);
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
    const keys = Object.keys(map);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      if (map[key] !== null) this.value(field, key, map[key], of, depth + 1);
    }
  }
}

/** Whether a map has nothing but values of which only `typeof` matters, as most maps of labels have. */
function isPlain(value: unknown, of: Type): boolean {
  if (of.is !== 'value' || of.plain === undefined || !isMap(value)) return false;
  const values = Object.values(value);
  for (let index = 0; index < values.length; index++) if (typeof values[index] !== of.plain) return false;
  return true;
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
