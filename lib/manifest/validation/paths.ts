import type { Field } from './field';

/** Refuses a path of a file in a volume that leads out of the volume. */
export function relativePath(path: Field): void {
  descendingPath(path);
  const { text } = path;
  if (text?.startsWith('..') && !text.startsWith('../'))
    path.refuse('valid-object', `must not begin with "..": ${text}`);
}

/** Refuses a path that is absolute or goes upwards. */
export function descendingPath(path: Field): void {
  const { text } = path;
  if (!text) return;
  if (text.startsWith('/')) path.refuse('valid-object', `must not begin with "/": ${text}`);
  if (text.split('/').includes('..')) path.refuse('valid-object', `must not contain "..": ${text}`);
}
