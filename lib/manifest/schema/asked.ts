import { memoize } from '../memoize';
import { oncePer } from '../once-per';
import type { Check } from '../validation/check';
import { checksOf } from '../validation/checks';
import type { ObjectSchema, Schema, Type } from './types';

/** All that is asked of the objects of a type, so that one look-up finds it. */
export interface Asked {
  readonly type: ObjectSchema;
  readonly fields: ReadonlyMap<string, AskedField>;
  /** Of the object as a whole. */
  readonly whole: readonly Check[];
}

/** What is asked of a field. */
export interface AskedField {
  /** @default - the version has no such field */
  readonly type?: Type;
  readonly checks: readonly Check[];
}

/** What is asked of objects by the name of their type, in one version. */
export const askedIn = oncePer((schema: Schema) =>
  memoize((name): Asked => {
    const type = schema.type(name);
    const { fields, whole } = checksOf(name);
    const names = [...type.fields.keys(), ...fields.keys()];
    const asked = (field: string) => ({ type: type.fields.get(field)?.type, checks: fields.get(field) ?? [] });
    return { type, fields: new Map(names.map((field) => [field, asked(field)])), whole };
  }),
);
