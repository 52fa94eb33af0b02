import { parse } from 'yaml';

/** The value of an indented YAML text. */
export function yaml(strings: TemplateStringsArray, ...values: readonly unknown[]): object {
  return parse(dedent(strings, ...values)) as object;
}

/** A text without the indentation that its lines share, and without the line breaks around it. */
export function dedent(strings: TemplateStringsArray, ...values: readonly unknown[]): string {
  const text = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n');
  const indents = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)![0].length);
  const indent = Math.min(...indents);
  return text
    .split('\n')
    .map((line) => line.slice(indent))
    .join('\n');
}
