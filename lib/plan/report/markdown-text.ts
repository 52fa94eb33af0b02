import { printable } from '../../manifest/printable';

/** Longer texts are cut, so that one can't take the place of all others. */
const LONGEST = 600;

/** Breaks what GitHub and GitLab would make a mention, a reference or an emoji of, although nobody sees that. */
const NOTHING = '<!-- -->';

/** A text of which Markdown makes nothing else, nor GitHub and GitLab a mention or a reference, in one line of a table. */
export function plain(text: string, longest = LONGEST): string {
  return shortened(inOneLine(text), longest)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*|~]|(?<!\w)_|_(?!\w)|\](?=[([:])/g, String.raw`\$&`)
    .replaceAll(/[@#!%](?=\w)|&amp;(?=\d)|:(?=[\w+-]+:)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, `$&${NOTHING}`)
    .replaceAll('$', '<span>$</span>');
}

/** A text as code, in one line of a table. */
export function code(text: string, longest = LONGEST): string {
  const line = shortened(inOneLine(text), longest);
  return line === '' || /[`|<\\]|^ | $/.test(line) ? `<code>${plain(line, longest)}</code>` : `\`${line}\``;
}

/** Lines as a block of code, which nothing in them can end. */
export function block(language: string, lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** What is seen only after a click. */
export function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** A line of a table. */
export function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function inOneLine(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' '));
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
