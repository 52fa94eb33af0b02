import { escaped, printable, printableLines } from '../../manifest/printable';
import { columnsOf } from './columns';

/** What of a terminal decides how a text is shown. */
export interface Terminal {
  /** Whether it can show more than ASCII. @default true */
  readonly unicode?: boolean;
  /** Columns. @default 120 */
  readonly width?: number;
}

const ASCII: Readonly<Record<string, string>> = { '→': '->', '…': '...', '–': '-' };

/** A text in one line that a terminal can show. */
export function shown(text: string, terminal: Terminal): string {
  return inCharacters(printable(text), terminal);
}

/** The same text, in which tabs stay. */
export function shownWithTabs(text: string, terminal: Terminal): string {
  return inCharacters(printableLines(text), terminal);
}

function inCharacters(text: string, { unicode = true }: Terminal): string {
  return unicode ? text : text.replaceAll(/[^ -~\t]/gu, (character) => ASCII[character] ?? escaped(character));
}

/** A text in lines that are not longer than the terminal is wide; a word stays whole, so that it can be copied. */
export function wrap(text: string, indent: string, terminal: Terminal): readonly string[] {
  const { width = 120 } = terminal;
  const lines: string[] = [];
  let [line, columns] = [indent, indent.length];
  for (const word of shown(text, terminal).split(' ')) {
    const isFirst = line.length === indent.length;
    const more = columnsOf(word) + (isFirst ? 0 : 1);
    if (!isFirst && columns + more > width) {
      lines.push(line);
      [line, columns] = [`${indent}${word}`, indent.length + more - 1];
    } else [line, columns] = [`${line}${isFirst ? '' : ' '}${word}`, columns + more];
  }
  return [...lines, line];
}
