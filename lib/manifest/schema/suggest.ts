/** The word among `words` that somebody most likely meant by `wrong`, if one is near. */
export function suggest(wrong: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, Math.floor(wrong.length / 2) + 1);
  for (const word of words) {
    const steps = distance(wrong.toLowerCase(), word.toLowerCase(), least);
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}

/** `: did you mean "resources"?`, or nothing. */
export function didYouMean(wrong: string, words: Iterable<string>): string {
  const meant = suggest(wrong, words);
  return meant === undefined ? '' : `: did you mean "${meant}"?`;
}

/** How many letters to change, add, leave out or swap to get from one word to the other; `limit` if it is more. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const steps = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      line[column] = swapped ? Math.min(steps, before[column - 2]! + 1) : steps;
    }
    [before, above] = [above, line];
  }
  return above[to.length]!;
}
