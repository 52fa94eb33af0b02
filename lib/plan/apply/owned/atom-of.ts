import { customSchemaOf } from '../../../manifest/custom/custom-schema';
import type { KubernetesObject } from '../../../manifest/kubernetes-object';
import { schemaOf } from '../../../manifest/schema/schema-of';
import type { Schema } from '../../../manifest/schema/types';
import { type Atom, atomOfField, DEDUCED } from './atom';
import { builtInAtom } from './built-in-atom';
import { customAtom } from './custom-atom';

const builtIn = new WeakMap<Schema, Map<string, Atom>>();

/** What server-side apply knows of objects of a kind, from Kubernetes' own schema, or from that of the kind. */
export function atomOf(
  { apiVersion, kind }: KubernetesObject,
  kubernetes: string,
  definitions: readonly KubernetesObject[],
): Atom {
  const schema = schemaOf(kubernetes);
  const known = schema.kind(apiVersion, kind);
  if (known) return rootAtom(schema, known.type.name);
  const custom = customSchemaOf({ apiVersion, kind }, definitions);
  return withMetadata(custom ? customAtom(custom.schema, custom.isOpen) : DEDUCED, schema);
}

function rootAtom(schema: Schema, type: string): Atom {
  const atoms = builtIn.get(schema) ?? new Map<string, Atom>();
  builtIn.set(schema, atoms);
  const atom = atoms.get(type) ?? builtInAtom(schema, { is: 'object', name: type });
  atoms.set(type, atom);
  return atom;
}

/** Every object has metadata, and is known by its version and kind, whatever its definition says. */
function withMetadata(custom: Atom, schema: Schema): Atom {
  const text: Atom = { scalar: 'string' };
  const metadata = rootAtom(schema, 'meta.v1.ObjectMeta');
  const common = new Map([
    ['apiVersion', text],
    ['kind', text],
    ['metadata', metadata],
  ]);
  const named = (field: string) => common.get(field) ?? custom.map?.named(field);
  const others = custom.map?.others;
  return { map: { atomic: false, named, ...(others ? { others: () => atomOfField(custom, '') } : {}) } };
}
