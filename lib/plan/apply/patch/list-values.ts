import type { List } from './list-order';

/** The values of a list that another has not, as often as it has them more often. */
export function addedValues(from: List, to: List): unknown[] {
  return surplus(to, from);
}

/** The values that a list has lost, each once. */
export function removedValues(from: List, to: List): unknown[] {
  return withoutRepeats(surplus(from, to));
}

/** A list without repeated values; the last value fills the place of one that goes, as in kubectl. */
export function withoutRepeats(list: List): unknown[] {
  const values = [...list];
  for (let i = 0; i < values.length - 1; i++) {
    for (let j = i + 1; j < values.length; j++) {
      if (values[i] !== values[j]) continue;
      values[j] = values.at(-1);
      values.pop();
      j--;
    }
  }
  return values;
}

function surplus(list: List, other: List): unknown[] {
  const left = other.map(String);
  const found = list.filter((value) => {
    const place = left.indexOf(String(value));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return found.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}
