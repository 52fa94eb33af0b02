import { structuredPatch } from 'diff';
import { show } from '../../manifest/fields';
import { printable, printableLines } from '../../manifest/printable';
import type { FieldChange } from '../plan';

/** Unchanged lines that are shown around those that changed. */
const CONTEXT = 2;

/** More lines of one text are not shown. */
const MOST_LINES = 40;

/** Texts that need more edits are not compared line by line. */
const MOST_EDITS = 500;

/** So much of what two long values have in common is shown before they begin to differ. */
const COMMON = 20;

/**
 * A change of a field as the lines of a diff: `- path: before`, `+ path: after`, and long texts line by line.
 *
 * @param longest of a longer value or line, only so many characters are shown
 */
export function diffLines({ path, before, after, order }: FieldChange, longest: number): readonly string[] {
  const name = printable(path);
  const [old, current] = excerpts(before, after, longest);
  if (order) return [`~ ${name}: another order`, `-   ${old}`, `+   ${current}`];
  if (typeof before === 'string' && typeof after === 'string' && (before + after).includes('\n')) {
    return [`~ ${name}:`, ...capped(textDiff(before, after, longest))];
  }
  return [
    ...(before === undefined ? [] : [`- ${name}: ${old}`]),
    ...(after === undefined ? [] : [`+ ${name}: ${current}`]),
  ];
}

/** Two values in a line each; of long ones, from where they begin to differ. */
function excerpts(before: unknown, after: unknown, longest: number): readonly [string, string] {
  const [old, current] = [oneLine(before), oneLine(after)];
  const differs = before === undefined || after === undefined ? 0 : firstDifference(old, current);
  const start = Math.max(old.length, current.length) <= longest ? 0 : Math.max(0, differs - COMMON);
  return [excerpt(old, start, longest), excerpt(current, start, longest)];
}

function excerpt(text: string, start: number, longest: number): string {
  const end = start + longest;
  const part = text.slice(start, end).replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${start > 0 ? '…' : ''}${part}${text.length > end ? '…' : ''}`;
}

function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a[at] === b[at]) at++;
  return at;
}

function oneLine(value: unknown): string {
  return value === '' ? '""' : printable(show(value));
}

function capped(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  … ${lines.length - MOST_LINES} more lines`];
}

/** The lines in which two texts differ, with those around them; of two that have little in common, only that. */
function textDiff(before: string, after: string, longest: number): readonly string[] {
  const patch = structuredPatch('', '', before, after, '', '', { context: CONTEXT, maxEditLength: MOST_EDITS });
  if (!patch) return [`-   ${before.split('\n').length} lines`, `+   ${after.split('\n').length} other lines`];
  const tellsEnd = before.endsWith('\n') !== after.endsWith('\n');
  return patch.hunks
    .flatMap(({ lines }, index) => [...(index > 0 ? ['    …'] : []), ...lines])
    .filter((line) => tellsEnd || !line.startsWith('\\'))
    .map((line) =>
      line.startsWith('\\')
        ? '    (no line break at the end)'
        : `${line[0]}   ${excerpt(printableLines(line.slice(1)), 0, longest)}`,
    );
}
