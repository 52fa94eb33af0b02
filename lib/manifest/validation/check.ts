import type { Field, StructureRule } from './field';
import { isPort, type Syntax } from './syntax';

/** What a check knows of the object that it judges a part of. */
export interface About {
  /** The Kubernetes version of the target. */
  readonly version: string;
  readonly apiVersion: string;
  readonly kind: string;
}

/** Judges one object of a type, such as one container, as the validation of the API server does. */
export type Check = (object: Field, about: About) => void;

/**
 * The checks by the name of the type, such as `core.v1.Container`, or of one of its fields, such as
 * `core.v1.Container.image`, which is judged where an object has it.
 */
export type Checks = Readonly<Record<string, Check>>;

/** Checks of single fields of a type: each judges its field where an object has it. */
export type FieldChecks = readonly (readonly [name: string, check: Check])[];

/** Refuses a text that breaks a syntax; one that is absent or empty is accepted. */
export function obey(field: Field, syntax: Syntax, rule: StructureRule = 'valid-names'): void {
  const wrong = field.text ? syntax(field.text) : undefined;
  if (wrong !== undefined) field.refuse(rule, wrong);
}

/** Refuses an item of a list that breaks a syntax; an empty one is no exception. */
export function obeyItem(item: Field, syntax: Syntax, rule: StructureRule = 'valid-names'): void {
  const wrong = item.missing || item.text !== undefined ? syntax(item.text ?? '') : undefined;
  if (wrong !== undefined) item.refuse(rule, wrong);
}

/** Refuses a number outside of a range. */
export function within(field: Field, least: number, most = Infinity): void {
  const { number } = field;
  if (number === undefined || (number >= least && number <= most)) return;
  const range = most === Infinity ? `at least ${least}` : `between ${least} and ${most}`;
  field.refuse('valid-object', `must be ${range}, is ${number}`);
}

/** Refuses a number that is no port. */
export function port(field: Field): void {
  if (field.number !== undefined && !isPort(field.number)) {
    field.refuse('valid-ports', `must be between 1 and 65535, is ${field.number}`);
  }
}

/** Refuses what is absent or empty. */
export function need(field: Field): void {
  if (field.empty) field.refuse('valid-object', 'is required');
}

/** Refuses what is there and empty; that it is absent is refused where the schema asks for it. */
export function notEmpty(field: Field): void {
  if (field.present && field.empty) field.refuse('valid-object', 'must not be empty');
}

/** Refuses a text that is none of a few; an empty one is none of them either. */
export function oneOf(field: Field, values: readonly string[]): void {
  if (field.text !== undefined && !values.includes(field.text)) {
    field.refuse('valid-object', `must be ${values.join(' or ')}, is ${field.text || 'empty'}`);
  }
}

/** Refuses an object that has none or several of some fields. */
export function exactlyOne(object: Field, names: readonly string[], what: string): void {
  const found = countOf(object, names);
  if (found === 0) object.refuse('valid-object', `needs ${what}: ${names.join(', ')}`);
  else if (found > 1) refuseSeveral(object, names);
}

/** Refuses an object that has several of some fields. */
export function atMostOne(object: Field, names: readonly string[]): void {
  if (countOf(object, names) > 1) refuseSeveral(object, names);
}

/** The fields of an object that say where its files come from; several are refused. */
export function sourcesOf(object: Field, known: ReadonlySet<string>): readonly string[] {
  const sources = Object.keys(object.map ?? {}).filter((name) => known.has(name) && object.has(name));
  if (sources.length > 1) object.refuse('valid-object', `must have one source, has ${sources.join(' and ')}`);
  return sources;
}

function countOf(object: Field, names: readonly string[]): number {
  let count = 0;
  for (let index = 0; index < names.length; index++) if (object.has(names[index]!)) count++;
  return count;
}

function refuseSeveral(object: Field, names: readonly string[]): void {
  const present = names.filter((name) => object.has(name));
  object.refuse('valid-object', `must not have both ${present.join(' and ')}`);
}

/** Refuses the field that goes with another kind or type than an object has, and the lack of its own. */
export function goTogether(object: Field, name: string, fields: Readonly<Record<string, string>>): void {
  const type = object.textOf(name) ?? '';
  for (const [other, field] of Object.entries(fields)) {
    const isThere = object.has(field);
    if (other === type && !isThere) object.get(field).refuse('valid-object', `is required with ${name}: ${type}`);
    if (other !== type && isThere) forbid(object.get(field), `with ${name}: ${type}`);
  }
}

/** Refuses a field that an object of its kind must not have. */
export function forbid(field: Field, why: string): void {
  if (field.present) field.refuse('valid-object', `must not be set ${why}`);
}

/** Refuses a list that has too many items. */
export function atMost(list: Field, most: number): void {
  const { length } = list.list;
  if (length > most) list.refuse('valid-object', `must be at most ${most}, are ${length}`);
}

/** Refuses items that have the same text, in a field or by themselves. */
export function unique(items: readonly Field[], name?: string): void {
  if (items.length < 2) return;
  const seen = new Set<string>();
  for (const item of items) {
    const field = name === undefined ? item : item.get(name);
    if (field.text && seen.has(field.text)) field.refuse('no-duplicates', `is there twice: ${field.text}`);
    if (field.text) seen.add(field.text);
  }
}
