import { createHash } from 'node:crypto';

/** A name that can be a host name: RFC 1123 label. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * What is wrong with a name that becomes an object, Service, container or volume name, or `undefined`.
 *
 * @param what the user's word for it
 * @param longest the greatest length, at most 63
 */
export function labelProblem(what: string, name: unknown, longest = 63): string | undefined {
  if (typeof name !== 'string') return `${what} is ${String(name)}: give it a name`;
  if (name.length > longest) return `${what} '${name}' has ${name.length} characters: shorten it to at most ${longest}`;
  if (LABEL.test(name)) return undefined;
  return `${what} '${name}' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit${suggest(name)}`;
}

/** The same for names that may have several parts, such as hosts and existing objects: RFC 1123 subdomain. */
export function subdomainProblem(what: string, name: unknown): string | undefined {
  if (typeof name !== 'string') return `${what} is ${String(name)}: give it a name`;
  if (name.length <= 253 && name.split('.').every((part) => LABEL.test(part))) return undefined;
  return `${what} '${name}' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters${suggest(name)}`;
}

/** A valid name made of any text. */
export function toLabel(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
}

/** The same, cut so that two long texts that begin alike get two names: a digest of all of it takes the place of the end. */
export function toDistinctLabel(text: string): string {
  if (text.length <= 63) return toLabel(text);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${toLabel(text.slice(0, 54))}-${digest}`;
}

function suggest(name: string): string {
  const suggestion = toLabel(name);
  return suggestion ? ` (such as '${suggestion}')` : '';
}
