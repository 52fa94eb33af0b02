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
  if (path.text?.startsWith('/')) path.refuse('valid-object', `must not begin with "/": ${path.text}`);
  notUpwards(path);
}

/** Refuses a path that goes upwards. */
export function notUpwards(path: Field): void {
  if (path.text?.split('/').includes('..')) path.refuse('valid-object', `must not contain "..": ${path.text}`);
}
