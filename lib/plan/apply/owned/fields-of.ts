import { isMap } from '../../../manifest/pods';
import { type Atom, atomOfField, formOf, type ListAtom, type MapAtom } from './atom';
import { fieldElement, itemElement } from './element';
import { FieldSet } from './field-set';

/** What an object says: every value, item and empty map in it (`typed/tofieldset.go`). */
export function fieldsOf(value: unknown, atom: Atom): FieldSet {
  return inside(value, atom).fields;
}

/** The fields below a value, and whether the value itself is one. */
interface Found {
  readonly owned: boolean;
  readonly fields: FieldSet;
}

function inside(value: unknown, atom: Atom): Found {
  const { map, list, scalar } = formOf(atom, value);
  const [whole, nothing] = [
    { owned: true, fields: new FieldSet() },
    { owned: false, fields: new FieldSet() },
  ];
  if (map) return map.atomic ? whole : isMap(value) ? { owned: false, fields: fieldsOfMap(value, map) } : nothing;
  if (scalar) return whole;
  if (!list) return nothing;
  return list.atomic ? whole : { owned: false, fields: fieldsOfList(Array.isArray(value) ? value : [], list) };
}

function fieldsOfMap(value: Readonly<Record<string, unknown>>, map: MapAtom): FieldSet {
  const members = new Set<string>();
  const children = new Map<string, FieldSet>();
  for (const [field, item] of Object.entries(value)) {
    const { owned, fields } = inside(item, atomOfField({ map }, field));
    const isEmpty = item === null || (isMap(item) && Object.keys(item).length === 0);
    if (owned || isEmpty || !map.named(field)) members.add(fieldElement(field));
    if (!fields.isEmpty) children.set(fieldElement(field), fields);
  }
  return new FieldSet(members, children);
}

/** Of items that are alike, only that there are some. */
function fieldsOfList(value: readonly unknown[], list: ListAtom): FieldSet {
  const elements = value.map((item) => itemElement(list, item));
  const children = new Map<string, FieldSet>();
  for (const [index, item] of value.entries()) {
    const element = elements[index];
    if (element === undefined || elements.indexOf(element) !== elements.lastIndexOf(element)) continue;
    const { fields } = inside(item, list.items());
    if (!fields.isEmpty) children.set(element, fields);
  }
  return new FieldSet(new Set(elements.filter((element) => element !== undefined)), children);
}
