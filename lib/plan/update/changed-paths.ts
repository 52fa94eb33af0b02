import type { Fields } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { keyOf } from '../../manifest/schema/path';
import type { Schema, Type } from '../../manifest/schema/types';
import { compareQuantities } from './compare-quantities';
import { sameJson } from './same-json';

/** The way to a place in an object: names of fields, and `[name]` for an item of a list. */
export type Steps = readonly string[];

/**
 * Where two values differ for the API server, which compares amounts and not how they are written, and to which an empty
 * list is the same as none (`equality.Semantic` of apimachinery). Empty for equal ones. Items of lists are told apart by
 * what names them; a list of which only the order differs is one place.
 */
export function changedPaths(
  before: unknown,
  after: unknown,
  type: Type | undefined,
  schema: Schema,
): readonly Steps[] {
  const walk = new Walk(schema);
  walk.values(before, after, type);
  return walk.found;
}

/** Writes a place as people read it: `spec.template.spec.containers[web].image`. */
export function pathOf(steps: Steps): string {
  return steps.reduce((path, step) => {
    if (step.startsWith('[')) return path + step;
    return /^[A-Za-z_$][\w$-]*$/.test(step) ? `${path}${path && '.'}${step}` : `${path}[${step}]`;
  }, '');
}

/** The step to an item of a list: by what names it, else by its number. */
export function stepTo(item: unknown, index: number, type: Type | undefined): string {
  const key = type?.is === 'list' ? keyOf(type.list) : undefined;
  const fields = isMap(item) ? item : {};
  const inner = isMap(fields.metadata) ? fields.metadata.name : undefined;
  const name = (key === undefined ? undefined : fields[key]) ?? fields.name ?? inner;
  return typeof name === 'string' || typeof name === 'number' ? `[${name}]` : `[${index}]`;
}

/** The type of what is inside a value of a type. */
export function typeInside(type: Type | undefined, step: string, schema: Schema): Type | undefined {
  if (type?.is === 'object') return schema.type(type.name).fields.get(step)?.type;
  return type?.is === 'list' || type?.is === 'map' ? type.of : undefined;
}

/** Goes through two values at once, and notes where they differ. */
class Walk {
  readonly found: Steps[] = [];
  private readonly steps: string[] = [];

  constructor(private readonly schema: Schema) {}

  values(before: unknown, after: unknown, type: Type | undefined): void {
    if (before === after || (isNothing(before, type) && isNothing(after, type))) return;
    if (Array.isArray(before) && Array.isArray(after)) this.lists(before, after, type);
    else if (isMap(before) && isMap(after)) this.maps(before, after, type);
    else if (!isSameAmount(before, after, type)) this.found.push([...this.steps]);
  }

  private maps(before: Fields, after: Fields, type: Type | undefined): void {
    for (const field of Object.keys(before)) this.inside(field, before[field], after[field], type);
    for (const field of Object.keys(after)) {
      if (!Object.hasOwn(before, field)) this.inside(field, undefined, after[field], type);
    }
  }

  private lists(before: readonly unknown[], after: readonly unknown[], type: Type | undefined): void {
    const [old, now] = [namesOf(before, type), namesOf(after, type)];
    if (sameJson(old, now)) return before.forEach((item, index) => this.inside(old[index]!, item, after[index], type));
    const seen = this.found.length;
    if (new Set(old).size === old.length && new Set(now).size === now.length) {
      const items = new Map(now.map((name, index) => [name, after[index]]));
      old.forEach((name, index) => this.inside(name, before[index], items.get(name), type));
      for (const name of now) if (!old.includes(name)) this.inside(name, undefined, items.get(name), type);
    }
    if (this.found.length === seen) this.found.push([...this.steps]);
  }

  private inside(step: string, before: unknown, after: unknown, type: Type | undefined): void {
    this.steps.push(step);
    this.values(before, after, typeInside(type, step, this.schema));
    this.steps.pop();
  }
}

function namesOf(list: readonly unknown[], type: Type | undefined): readonly string[] {
  return list.map((item, index) => stepTo(item, index, type));
}

function isNothing(value: unknown, type: Type | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (type?.is === 'list' || type?.is === 'map') return typeof value === 'object' && Object.keys(value).length === 0;
  return value === '' && type?.is === 'value' && !type.exact;
}

function isSameAmount(before: unknown, after: unknown, type: Type | undefined): boolean {
  if (type?.is !== 'value' || type.value !== 'quantity' || before === undefined || after === undefined) return false;
  return compareQuantities(before, after) === 0;
}
