import { nearest } from './nearest';
import { quoted } from './quoted';

/** The names that a type of props has, in any of its forms: a list of this type can't miss one. */
export type Names<T> = Readonly<Record<T extends object ? Extract<keyof T, string> : never, true>>;

/** What is wrong with names that a type of props does not have. Nothing else reads them, so they would be ignored. */
export function unknownNames(what: string, value: unknown, names: Readonly<Record<string, true>>): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${what} is ${quoted(value)}: give an object`];
  const known = Object.keys(names);
  return Object.keys(value)
    .filter((name) => !Object.hasOwn(names, name))
    .map((name) => {
      const meant = nearest(name, known);
      return `${what}.${name} is unknown: ${meant === undefined ? `use ${known.join(', ')}` : `write ${meant}`}`;
    });
}
