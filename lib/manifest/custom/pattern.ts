/** A longer text takes too long with some patterns, which the API server's engine has no trouble with. */
const LONGEST = 1000;

const compiled = new Map<string, RegExp | undefined>();

/** Whether a text has a place that a pattern of RE2 matches; what JavaScript can't read as RE2 does is not checked. */
export function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > LONGEST) return true;
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern)?.test(text) ?? true;
}

/** RE2 lets any punctuation be escaped, JavaScript's `u` some of it: https://github.com/google/re2/wiki/Syntax */
function compile(pattern: string): RegExp | undefined {
  const [, flags = '', rest = ''] = /^(?:\(\?([is]+)\))?([\s\S]*)$/.exec(pattern) ?? [];
  const known = rest.replaceAll(/\\([^\w\s^$\\.*+?()[\]{}|/-])/g, '$1');
  try {
    return new RegExp(known, `u${[...new Set(flags)].join('')}`);
  } catch {
    return undefined;
  }
}
