import { fieldAt, show } from '../fields';
import type { Field } from '../validation/field';
import type { ListKeys } from './types';

/** Refuses the items of a list that are like an earlier one in what tells them apart. */
export function refuseDuplicates(field: Field, keys: ListKeys): void {
  const { list } = field;
  const seen = new Set<string>();
  for (let index = 0; index < list.length; index++) {
    const key = identity(list[index], keys);
    if (seen.has(key) && key.trim() !== '') field.item(index).refuse('no-duplicates', `is there twice: ${key}`);
    seen.add(key);
  }
}

/** What tells an item of a list apart from the others. */
function identity(item: unknown, { set, unique }: ListKeys): string {
  if (set) return JSON.stringify(item);
  if (unique.length === 1) return show(fieldAt(item, unique[0]!) ?? '');
  const parts = unique.map((name) => show(fieldAt(item, name) ?? (name === 'protocol' ? 'TCP' : '')));
  return parts.join(' ');
}
