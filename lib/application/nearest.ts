/** The known name that was probably meant: it has other capitals, or one or two letters that are other, more, less or swapped. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  if (text.length < 4) return undefined;
  const distances = known.map((name) => distance(text.toLowerCase(), name.toLowerCase()));
  const least = Math.min(...distances);
  return least <= (text.length < 6 ? 1 : 2) ? known[distances.indexOf(least)] : undefined;
}

/** The least number of such changes from one text to the other (Damerau and Levenshtein). */
function distance(a: string, b: string): number {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    table.push([]);
    for (let j = 0; j <= b.length; j++) table[i]!.push(cell(table, a.slice(0, i), b.slice(0, j)));
  }
  return table[a.length]![b.length]!;
}

/** The distance of two beginnings, from those of shorter ones. */
function cell(table: readonly (readonly number[])[], a: string, b: string): number {
  const [i, j] = [a.length, b.length];
  if (i === 0 || j === 0) return i + j;
  const swapped = i > 1 && j > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    table[i - 1]![j]! + 1,
    table[i]![j - 1]! + 1,
    table[i - 1]![j - 1]! + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped ? table[i - 2]![j - 2]! + 1 : Infinity,
  );
}
