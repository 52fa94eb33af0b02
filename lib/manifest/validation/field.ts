import { inside } from '../fields';
import { isMap } from '../pods';

/** The rules of the gate that judge one object by itself, and those that see the same in passing. */
export type StructureRule =
  | 'served-api-version'
  | 'valid-schema'
  | 'no-deprecated-api'
  | 'available-features'
  | 'valid-names'
  | 'valid-labels'
  | 'no-duplicates'
  | 'no-duplicate-ports'
  | 'valid-quantities'
  | 'valid-ports'
  | 'valid-schedule'
  | 'valid-object'
  | RuleOfOthers;

/** Rules that judge an object together with others, and find this too. */
type RuleOfOthers = 'selector-matches-template' | 'no-missing-volume' | 'complete-claim-template';

/** What is wrong at a place of an object; the steps lead there from the object's root. */
export interface Refusal {
  readonly rule: StructureRule;
  readonly message: string;
  readonly steps: readonly (string | number)[];
}

/** A value in an object, with the way to it. All may be missing or of the wrong type, as the manifest may be anybody's. */
export class Field {
  /** The root of an object; what is refused in it is added to `refusals`. */
  static root(value: unknown, refusals: Refusal[]): Field {
    return new Field(value, undefined, '', refusals);
  }

  private constructor(
    /** The value itself. */
    readonly value: unknown,
    /** The object or list that it is in. */
    readonly parent: Field | undefined,
    /** Its name in an object, or its place in a list. */
    readonly step: string | number,
    private readonly refusals: Refusal[],
  ) {}

  /** A field of an object; its value is `undefined` if it is not there. */
  get(name: string): Field {
    return new Field(inside(this.value, name), this, name, this.refusals);
  }

  /** The value of a field of an object, `undefined` if it is not there. */
  read(name: string): unknown {
    return inside(this.value, name);
  }

  /** Whether an object has a field; the API server drops one that is null. */
  has(name: string): boolean {
    const value = inside(this.value, name);
    return value !== undefined && value !== null;
  }

  /** A field some steps down: `at('spec', 'template')`. */
  at(first: string, second: string, third?: string, fourth?: string): Field {
    let field = this.get(first).get(second);
    if (third !== undefined) field = field.get(third);
    return fourth === undefined ? field : field.get(fourth);
  }

  /** The text of a field of an object, `undefined` if it is none. */
  textOf(name: string): string | undefined {
    const value = inside(this.value, name);
    return typeof value === 'string' ? value : undefined;
  }

  /** An item of a list. */
  item(index: number): Field {
    return this.child(index);
  }

  /** A field or item that is known to be there. */
  child(step: string | number): Field {
    const value = (this.value as Readonly<Record<string | number, unknown>>)[step];
    return new Field(value, this, step, this.refusals);
  }

  /** The items of a list, none if it is no list. */
  items(): readonly Field[] {
    const { list } = this;
    const items: Field[] = [];
    for (let index = 0; index < list.length; index++) items.push(this.child(index));
    return items;
  }

  /** The fields of an object or the entries of a map. */
  entries(): readonly Field[] {
    const names = Object.keys(this.map ?? {});
    const entries: Field[] = [];
    for (let index = 0; index < names.length; index++) entries.push(this.child(names[index]!));
    return entries;
  }

  /** Whether it is absent; the API server drops a field that is null. */
  get missing(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** Whether it is there. */
  get present(): boolean {
    return !this.missing;
  }

  /** Whether it is absent or an empty text, list or map, which the API server often treats alike. */
  get empty(): boolean {
    const { value } = this;
    if (value === undefined || value === null || value === '') return true;
    return typeof value === 'object' && Object.keys(value).length === 0;
  }

  /** The value if it is a text. */
  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  /** The value if it is a number. */
  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** The value if it is a list, else an empty one. */
  get list(): readonly unknown[] {
    return Array.isArray(this.value) ? this.value : [];
  }

  /** The value if it is an object or map. */
  get map(): Readonly<Record<string, unknown>> | undefined {
    return isMap(this.value) ? this.value : undefined;
  }

  /** Says that the value is not allowed. */
  refuse(rule: StructureRule, message: string): void {
    this.refusals.push({ rule, message, steps: this.steps() });
  }

  /** The way here from the root. */
  private steps(): readonly (string | number)[] {
    return this.parent ? [...this.parent.steps(), this.step] : [];
  }
}
