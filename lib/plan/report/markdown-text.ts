/** A text of which Markdown makes nothing else, nor GitHub and GitLab a mention or a reference, in one line of a table. */
export function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*|~]|(?<!\w)_|_(?!\w)|\](?=[([:])/g, String.raw`\$&`)
    .replaceAll(/[@#!](?=\w)/g, '$&<!-- -->');
}

/** A text as code, in one line of a table. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('|', String.raw`\|`);
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = fence.length > 1 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
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

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
