/** What is found for each item, in one list, as `items.flatMap(find)` is, which is slow where most items have nothing. */
export function flatMap<Item, Found>(
  items: readonly Item[],
  find: (item: Item, index: number) => readonly Found[],
): readonly Found[] {
  const all: Found[] = [];
  for (let index = 0; index < items.length; index++) {
    const found = find(items[index]!, index);
    for (let at = 0; at < found.length; at++) all.push(found[at]!);
  }
  return all;
}
