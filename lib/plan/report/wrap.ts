import { printable } from '../../manifest/printable';

/** A text in lines that are not longer than the terminal is wide; a word stays whole, so that it can be copied. */
export function wrap(text: string, indent: string, { width = 120 }: { readonly width?: number }): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of printable(text).split(' ')) {
    if (line.length > indent.length && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line += line.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, line];
}
