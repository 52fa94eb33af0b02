import { schemaOf } from '../../../lib/manifest/schema/schema-of';
import type { ObjectSchema, Type } from '../../../lib/manifest/schema/types';
import { isMap } from '../../../lib/manifest/pods';
import type { Submission } from '../support/submit';
import { additions, replacements } from './values';

/** A valid object with one thing changed. */
export interface Mutation {
  /** Such as `Deployment spec.replicas: removed`. */
  readonly name: string;
  readonly object: Submission;
}

type Place = readonly (string | number)[];

/** Everything that is changed, at every place of an object, one change at a time. */
export function mutationsOf(base: Submission, version: string): Mutation[] {
  const schema = schemaOf(version);
  const kind = schema.kind(base.apiVersion, base.kind)!;
  const mutations: Mutation[] = [];
  const add = (place: Place, what: string, change: (parent: Changeable, key: string | number) => void) => {
    const object = structuredClone(base);
    const parent = place.slice(0, -1).reduce<unknown>((value, step) => (value as Changeable)[step], object);
    change(parent as Changeable, place.at(-1)!);
    mutations.push({ name: `${base.kind} ${place.join('.')}: ${what}`, object });
  };

  function visitObject(value: unknown, type: ObjectSchema, place: Place): void {
    if (!isMap(value)) return;
    add([...place, 'bogus'], 'unknown field', set('x'));
    for (const [name, { type: of }] of type.fields) {
      if (place.length === 0 && ['apiVersion', 'kind', 'status'].includes(name)) continue;
      if (place[0] === 'metadata' && name === 'namespace') continue;
      if (place.length === 0 && name === 'metadata') visitInside(value[name], of, ['metadata']);
      else if (name in value) visitField(value[name], of, [...place, name]);
      else for (const [what, added] of additions(of, schema)) add([...place, name], `added ${what}`, set(added));
    }
  }

  function visitField(value: unknown, type: Type, place: Place): void {
    add(place, 'removed', remove);
    for (const [what, wrong] of replacements(value, type)) add(place, what, set(wrong));
    visitInside(value, type, place);
  }

  function visitInside(value: unknown, type: Type, place: Place): void {
    if (type.is === 'object') return visitObject(value, schema.type(type.name), place);
    if (type.is === 'list') {
      (value as unknown[]).forEach((item, index) => visitField(item, type.of, [...place, index]));
      return add(place, 'first item twice', (parent, key) => {
        const list = parent[key] as unknown[];
        list.push(structuredClone(list[0]));
      });
    }
    if (type.is !== 'map') return;
    for (const [key, entry] of Object.entries(value as object)) visitField(entry, type.of, [...place, key]);
    add([...place, 'bad key!'], 'key with a space', set(Object.values(value as object)[0]));
  }

  visitObject(base, kind.type, []);
  return mutations;
}

type Changeable = Record<string | number, unknown>;

function set(value: unknown) {
  return (parent: Changeable, key: string | number) => {
    parent[key] = value;
  };
}

function remove(parent: Changeable, key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}
