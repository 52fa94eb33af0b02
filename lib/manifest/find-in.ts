/** What is found in each of many things, as one list: `flatMap`, which is slow where nothing is found, as in most objects. */
export function findIn<Thing, Found>(
  things: readonly Thing[],
  find: (thing: Thing, index: number) => readonly Found[],
): readonly Found[] {
  const all: Found[] = [];
  for (let index = 0; index < things.length; index++) {
    for (const found of find(things[index]!, index)) all.push(found);
  }
  return all;
}
