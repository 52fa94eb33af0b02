import { isMap } from '../../../manifest/pods';
import { draft } from '../json';
import { type Atom, atomOfField, formOf, type ListAtom, type MapAtom } from './atom';
import { fieldElement, itemElement } from './element';
import type { FieldSet } from './field-set';

/** A value without the fields and items of a set; `null` where nothing is left (`typed/remove.go`). */
export function without(value: unknown, gone: FieldSet, atom: Atom): unknown {
  const { map, list, scalar } = formOf(atom, value);
  if (map) return isMap(value) && !map.atomic ? mapWithout(value, gone, map) : null;
  if (scalar) return value;
  return Array.isArray(value) && list && !list.atomic ? listWithout(value, gone, list) : null;
}

function mapWithout(value: Readonly<Record<string, unknown>>, gone: FieldSet, map: MapAtom): unknown {
  const kept = draft();
  for (const [field, item] of Object.entries(value)) {
    const element = fieldElement(field);
    if (gone.members.has(element)) continue;
    const inside = gone.within(element);
    kept[field] = inside.isEmpty ? item : without(item, inside, atomOfField({ map }, field));
  }
  return Object.keys(kept).length > 0 ? kept : null;
}

function listWithout(value: readonly unknown[], gone: FieldSet, list: ListAtom): unknown {
  const kept = value.flatMap((item) => {
    const element = itemElement(list, item) ?? '';
    if (gone.members.has(element)) return [];
    const inside = gone.within(element);
    return [inside.isEmpty ? item : without(item, inside, list.items())];
  });
  return kept.length > 0 ? kept : null;
}
