/* oxlint-disable jest/no-export -- tests share this file */

const TAGS = /<!-- (slipway-plan )?-->|<\/?(details|summary|sub|code|span)>|<br>/g;
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u;

/** What is wrong with the structure of a comment: something that is open at the end, a broken table, HTML of others. */
export function structureProblems(markdown: string): readonly string[] {
  const problems: string[] = [];
  let [fence, depth, columns] = ['', 0, 0];
  for (const line of markdown.split('\n')) {
    const [, ticks = ''] = /^(`{3,})(\w*)$/.exec(line) ?? [];
    if (fence) fence = line === fence ? '' : fence;
    else if (ticks) fence = ticks;
    else {
      depth += count(line, /<details>/g) - count(line, /<\/details>/g);
      if (line.replaceAll(TAGS, '').includes('<')) problems.push(`HTML: ${line}`);
      const cells = line.startsWith('| ') ? cellsIn(line) : 0;
      if (columns > 0 && cells > 0 && cells !== columns) problems.push(`${cells} cells, not ${columns}: ${line}`);
      columns = cells;
    }
    if (depth < 0 || depth > 1) problems.push(`details: ${line}`);
    if (UNSAFE.test(line)) problems.push(`control character: ${JSON.stringify(line)}`);
  }
  return [...problems, ...(fence ? ['a fence is open'] : []), ...(depth > 0 ? ['details are open'] : [])];
}

/** How many cells a line has for GitHub, to whom a bar ends one also in code. */
function cellsIn(line: string): number {
  return line.replaceAll(/\\[!-/:-@[-`{-~]/g, '').split('|').length - 2;
}

function count(line: string, pattern: RegExp): number {
  return [...line.matchAll(pattern)].length;
}
