import { isMap } from '../../../manifest/pods';

/**
 * What server-side apply knows of a value: it may be a single value, a list or a map, or any of them
 * (`sigs.k8s.io/structured-merge-diff/v6/schema`).
 */
export interface Atom {
  readonly scalar?: 'string' | 'numeric' | 'boolean' | 'untyped';
  readonly list?: ListAtom;
  readonly map?: MapAtom;
}

/** A list: owned as a whole, or by items, which are told apart by their keys or, without keys, by their values. */
export interface ListAtom {
  readonly atomic: boolean;
  readonly keys: readonly string[];
  /** What a key is that an item does not have; `undefined` for no default. */
  readonly keyDefault: (key: string) => unknown;
  readonly items: () => Atom;
}

/** A map: owned as a whole, or by fields. */
export interface MapAtom {
  readonly atomic: boolean;
  /** A field that the schema names. */
  readonly named: (field: string) => Atom | undefined;
  /** All other fields. @default - there must be none */
  readonly others?: () => Atom;
}

/** Anything, and taken as a whole. */
export const WHOLE: Atom = {
  scalar: 'untyped',
  list: { atomic: true, keys: [], keyDefault: () => undefined, items: () => WHOLE },
  map: { atomic: true, named: () => undefined, others: () => WHOLE },
};

/** Anything of which no schema is known: maps are owned by fields, lists as a whole. */
export const DEDUCED: Atom = {
  scalar: 'untyped',
  list: WHOLE.list,
  map: { atomic: false, named: () => undefined, others: () => DEDUCED },
};

/** Nothing is known at all. */
const NONE: Atom = {};

/** The one of its forms that a value has; all of them for no value, `null`, or a value that fits none. */
export function formOf(atom: Atom, value: unknown): Atom {
  if (value === undefined || value === null) return atom;
  if (Array.isArray(value)) return atom.list ? { list: atom.list } : atom;
  if (isMap(value)) return atom.map ? { map: atom.map } : atom;
  return atom.scalar ? { scalar: atom.scalar } : atom;
}

/** What is known of a field of a map. */
export function atomOfField(atom: Atom, field: string): Atom {
  return atom.map?.named(field) ?? atom.map?.others?.() ?? NONE;
}
