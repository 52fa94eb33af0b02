import { isMap } from '../../../manifest/pods';
import { isAtLeast } from '../../../manifest/version';
import { Refusal } from '../refusal';
import { type Atom, atomOfField, formOf, type ListAtom, type MapAtom } from './atom';
import { describeElement, itemElement } from './element';

/**
 * Refuses an object that server-side apply can't tell the parts of: the first thing that is wrong (`typed/validate.go`).
 * Of a live object only the items of its lists are looked at, since it has been decoded before.
 */
export class Check {
  constructor(
    private readonly kubernetes: string,
    private readonly live = false,
  ) {}

  value(value: unknown, atom: Atom, path = ''): void {
    if (value === null || value === undefined) return;
    const { map, list, scalar } = formOf(atom, value);
    if (map && isMap(value)) this.map(value, map, path);
    else if (map) this.refuse(path, `expected map, got ${JSON.stringify(value)}`);
    else if (scalar) this.scalar(value, scalar, path);
    else if (list && Array.isArray(value)) this.list(value, list, path);
    else if (list) this.refuse(path, `expected list, got ${JSON.stringify(value)}`);
  }

  private map(value: Readonly<Record<string, unknown>>, map: MapAtom, path: string): void {
    for (const [field, item] of Object.entries(value)) {
      const place = path ? `${path}.${field}` : field;
      if (!this.live && !map.named(field) && !map.others) this.refuse(place, 'field not declared in schema');
      this.value(item, atomOfField({ map }, field), place);
    }
  }

  private scalar(value: unknown, scalar: NonNullable<Atom['scalar']>, path: string): void {
    const wanted = { string: 'string', numeric: 'number', boolean: 'boolean', untyped: undefined }[scalar];
    if (this.live || (wanted ? typeof value === wanted : typeof value !== 'object')) return;
    const name = { string: 'string', numeric: 'numeric (int or float)', boolean: 'boolean', untyped: 'any scalar' };
    this.refuse(path, `expected ${name[scalar]}, got ${JSON.stringify(value)}`);
  }

  private list(value: readonly unknown[], list: ListAtom, path: string): void {
    const seen = new Set<string>();
    for (const [index, item] of value.entries()) {
      if (list.atomic) {
        this.value(item, list.items(), `${path}[${index}]`);
        continue;
      }
      const element = this.element(item, index, list, path);
      // Items that are alike in the live object are no error from 1.29 on (structured-merge-diff v4.4).
      const mayRepeat = this.live && isAtLeast(this.kubernetes, '1.29');
      if (seen.has(element) && !mayRepeat) this.refuse(path, `duplicate entries for key ${describeElement(element)}`);
      seen.add(element);
      const label: unknown = isMap(item) ? item[list.keys[0]!] : item;
      this.value(item, list.items(), `${path}[${String(label ?? index)}]`);
    }
  }

  private element(item: unknown, index: number, list: ListAtom, path: string): string {
    const refuse = (problem: string) => this.refuse(path, `element ${index}: associative list ${problem}`);
    if (list.keys.length === 0) {
      if (item === null) refuse(`without keys has an element that's an explicit null`);
      if (typeof item === 'object') refuse(`without keys has an element that's a map type`);
    } else if (!isMap(item)) {
      refuse(`with keys may not have ${item === null ? 'a null element' : 'non-map elements'}`);
    } else if (!isAtLeast(this.kubernetes, '1.34')) {
      // From 1.34 on, an item needs one of the keys only (structured-merge-diff v6).
      const missing = list.keys.find((key) => !Object.hasOwn(item, key) && list.keyDefault(key) === undefined);
      if (missing)
        refuse(`with keys has an element that omits key field "${missing}" (and doesn't have default value)`);
    }
    const keys = list.keys.map((key) => JSON.stringify(key)).join(' ');
    return (
      itemElement(list, item) ??
      refuse(
        `with keys has an element that omits all key fields [${keys}] (and doesn't have default values for any key fields)`,
      )
    );
  }

  private refuse(path: string, message: string): never {
    throw new Refusal(path, message, this.live);
  }
}
