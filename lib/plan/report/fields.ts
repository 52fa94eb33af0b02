import { structuredPatch } from 'diff';
import { show } from '../../manifest/fields';
import type { FieldChange } from '../plan';

/** Unchanged lines that are shown around those that changed. */
const CONTEXT = 2;

/** More lines of one text are not shown. */
const MOST_LINES = 40;

/** Texts that need more edits are not compared line by line. */
const MOST_EDITS = 2000;

/** A change of a field as the lines of a diff: `- path: before`, `+ path: after`, and long texts line by line. */
export function diffLines({ path, before, after, order }: FieldChange): readonly string[] {
  if (order) return [`~ ${path}: another order`, ...sides(before, after)];
  if (typeof before === 'string' && typeof after === 'string' && (before + after).includes('\n')) {
    return [`~ ${path}:`, ...capped(textDiff(path, before, after))];
  }
  return [
    ...(before === undefined ? [] : [`- ${path}: ${oneLine(before)}`]),
    ...(after === undefined ? [] : [`+ ${path}: ${oneLine(after)}`]),
  ];
}

function sides(before: unknown, after: unknown): readonly string[] {
  return [`-   ${oneLine(before)}`, `+   ${oneLine(after)}`];
}

function oneLine(value: unknown): string {
  return value === '' ? '""' : show(value).replaceAll('\n', '\\n');
}

function capped(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  … ${lines.length - MOST_LINES} more lines`];
}

/** The lines in which two texts differ, with those around them; of two that have little in common, only that. */
function textDiff(path: string, before: string, after: string): readonly string[] {
  const patch = structuredPatch(path, path, before, after, '', '', { context: CONTEXT, maxEditLength: MOST_EDITS });
  if (!patch) return [`-   ${before.split('\n').length} lines`, `+   ${after.split('\n').length} other lines`];
  return patch.hunks
    .flatMap(({ lines }, index) => [...(index > 0 ? ['    …'] : []), ...lines])
    .filter((line) => !line.startsWith('\\'))
    .map((line) => `${line[0]}   ${line.slice(1)}`);
}
