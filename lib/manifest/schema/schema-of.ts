import { memoize } from '../memoize';
import { isAtLeast, minorOf } from '../version';
import { schemaData } from './data';
import { isImplied, isRequired } from './enforced';
import { type Line, readField } from './read-field';
import type { FieldSchema, KindSchema, ObjectSchema, Schema, Span } from './types';

const schemas = new Map<string, Schema>();

/** The schema of a Kubernetes version, such as `1.33`; of the nearest that is known for an older or newer one. */
export function schemaOf(version: string): Schema {
  const known = schemas.get(version);
  if (known) return known;
  const nearest = nearestVersion(version);
  const schema = nearest === version ? makeSchema(version) : schemaOf(nearest);
  schemas.set(version, schema);
  return schema;
}

/** The versions that have a schema, the oldest first. */
export function knownVersions(): readonly string[] {
  return schemaData().versions;
}

function nearestVersion(version: string): string {
  const { versions } = schemaData();
  const minor = minorOf(version);
  if (Number.isNaN(minor)) return versions.at(-1)!;
  return versions.find((known) => minorOf(known) >= minor) ?? versions.at(-1)!;
}

function makeSchema(version: string): Schema {
  const types = memoize((name) => readObject(name, version));
  const kinds = memoize((key) => readKind(key, version, types));
  return { version, type: types, kind: (apiVersion, kind) => kinds(`${apiVersion} ${kind}`) };
}

function readKind(key: string, version: string, types: (name: string) => ObjectSchema): KindSchema | undefined {
  const { kinds } = schemaData();
  if (!Object.hasOwn(kinds, key)) return undefined;
  const [type = '', scope, ...dates] = kinds[key]!.split(' ');
  const facts = Object.fromEntries(dates.map((date) => date.split('='))) as Span;
  return isWithin(version, facts) ? { type: types(type.slice(1)), namespaced: scope === 'namespaced' } : undefined;
}

function readObject(name: string, version: string): ObjectSchema {
  const fields = new Map<string, FieldSchema>();
  const elsewhere = new Map<string, Span>();
  for (const [field, text] of Object.entries(schemaData().types[name]!)) {
    const lines = (typeof text === 'string' ? [text] : text).map((line) => readField(line, `${name}.${field}`));
    const line = lines.find((candidate) => isWithin(version, candidate));
    if (line) fields.set(field, line.field);
    else elsewhere.set(field, spanOf(lines));
  }
  const required: string[] = [];
  const implied: (readonly [field: string, type: string])[] = [];
  for (const [field, { type, required: asked }] of fields) {
    if (asked && isRequired(name, field)) required.push(field);
    if (type.is === 'object' && isImplied(field)) implied.push([field, type.name]);
  }
  return { name, fields, required, implied, elsewhere };
}

function spanOf(lines: readonly Line[]): Span {
  return { since: lines[0]?.since, until: lines.at(-1)?.until };
}

function isWithin(version: string, { since, until }: Span): boolean {
  return (!since || isAtLeast(version, since)) && (!until || isAtLeast(until, version));
}
