/**
 * JSON objects one after another, as `kubectl get -o json` in a loop prints them and kubectl reads them, written as the
 * documents of a YAML text; `undefined` for any other text. No line changes its number, as they are counted by `\n`.
 */
export function jsonStream(text: string): string | undefined {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined;
  const starts = startsOf(text);
  const [first, second] = starts;
  if (second === undefined || !isJson(text.slice(first, second))) return undefined;
  const others = starts.slice(1).map((start, index) => text.slice(start, starts[index + 2]));
  return [text.slice(0, second), ...others].join('\r--- ');
}

/** Where the objects begin that are in no other one. */
function startsOf(text: string): readonly number[] {
  const starts: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gs)) {
    if (token === '{' && depth++ === 0) starts.push(index);
    if (token === '}') depth--;
  }
  return starts;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
