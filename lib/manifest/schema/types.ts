/** What a value can be; `quantity` and the like say how a text must be written. */
export type ValueType =
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'number'
  | 'byte'
  | 'time'
  | 'microTime'
  | 'duration'
  | 'quantity'
  | 'intOrString'
  | 'object'
  | 'any';

/** The type of a field: a value, a list, a map, or an object with fields of its own. */
export type Type =
  | {
      readonly is: 'value';
      readonly value: ValueType;
      readonly enum?: readonly string[];
      /** Whether an empty text is a value; elsewhere it is the same as none. */
      readonly exact: boolean;
      /** What `typeof` says of a value that fits, where nothing else needs to be looked at. */
      readonly plain?: 'string' | 'boolean';
    }
  | { readonly is: 'list'; readonly of: Type; readonly list: ListKeys }
  | { readonly is: 'map'; readonly of: Type }
  | { readonly is: 'object'; readonly name: string };

/** What tells the items of a list apart; empty for a list whose items have no identity. */
export interface ListKeys {
  /** The fields that together identify an item on the server: `containerPort`, `protocol`. */
  readonly keys: readonly string[];
  /** The field by which a patch of `kubectl` finds an item. */
  readonly merge?: string;
  /** Whether no two items may be equal. */
  readonly set: boolean;
  /** The fields that no two items may have alike; empty if they may. */
  readonly unique: readonly string[];
}

/** A field of an object. */
export interface FieldSchema {
  readonly type: Type;
  /** Whether Kubernetes' documents call it required. */
  readonly required: boolean;
  /** Whether server-side apply takes the map as a whole: the field's own, or each of those in its list. */
  readonly atomic: boolean;
  /** Whether a patch of kubectl merges or replaces the field, where it does not do what is usual for its type. */
  readonly patch?: 'merge' | 'replace';
  /** Whether a patch of kubectl clears the fields of the map, or of the list's items, that it does not name. */
  readonly retainKeys: boolean;
}

/** An object's fields in one version. */
export interface ObjectSchema {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldSchema>;
  /** The fields that the API server insists on. */
  readonly required: readonly string[];
  /** Objects that are there even where nobody has written them, and then lack what they need. */
  readonly implied: readonly (readonly [field: string, type: string])[];
  /** Fields that only other versions have, with the first and the last of them. */
  readonly elsewhere: ReadonlyMap<string, Span>;
}

/** From when to when something was there; open where it was there at the first or is there at the last known version. */
export interface Span {
  readonly since?: string;
  readonly until?: string;
}

/** A kind that a cluster serves by default. */
export interface KindSchema {
  readonly type: ObjectSchema;
  readonly namespaced: boolean;
}

/** All that one version of Kubernetes knows. */
export interface Schema {
  /** The version that is known and nearest to the one asked for. */
  readonly version: string;
  /** `undefined` for a kind that the version does not serve by default. */
  kind(apiVersion: string, kind: string): KindSchema | undefined;
  /** A type by the name that the data gives it, such as `core.v1.Container`. */
  type(name: string): ObjectSchema;
}
