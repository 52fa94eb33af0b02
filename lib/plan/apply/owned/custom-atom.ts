import { type Fields, fieldAt, textsAt } from '../../../manifest/fields';
import { isMap } from '../../../manifest/pods';
import { type Atom, DEDUCED, type ListAtom, type MapAtom, WHOLE } from './atom';

/**
 * What server-side apply knows of a custom resource's field, by the OpenAPI schema of its definition: `x-kubernetes-list-type`,
 * `x-kubernetes-list-map-keys`, `x-kubernetes-map-type` (`k8s.io/kube-openapi/pkg/schemaconv`).
 */
export function customAtom(schema: Fields, keepsUnknown = false): Atom {
  const keeps = keepsUnknown || schema['x-kubernetes-preserve-unknown-fields'] === true;
  switch (schema.type) {
    case 'object':
      return { map: mapAtom(schema, keeps) };
    case 'array':
      return { list: listAtom(schema, keeps) };
    case 'integer':
    case 'number':
      return { scalar: 'numeric' };
    case 'boolean':
      return { scalar: 'boolean' };
    case 'string':
      return { scalar: ['', 'byte'].includes(String(schema.format ?? '')) ? 'string' : 'untyped' };
    default:
      return { scalar: 'untyped', list: listAtom(schema, keeps), map: mapAtom(schema, keeps) };
  }
}

function mapAtom(schema: Fields, keeps: boolean): MapAtom {
  const properties = (fieldAt(schema, 'properties') ?? {}) as Fields;
  const atoms = new Map<string, Atom>();
  const named = (field: string) => {
    const known = Object.hasOwn(properties, field) ? properties[field] : undefined;
    if (isMap(known) && !atoms.has(field)) atoms.set(field, customAtom(known, keeps));
    return atoms.get(field);
  };
  const others = schema.additionalProperties;
  const isOpen = others === true || (others === undefined && (keeps || Object.keys(properties).length === 0));
  return {
    atomic: schema['x-kubernetes-map-type'] === 'atomic',
    named,
    ...(isMap(others) ? { others: () => customAtom(others, keeps) } : isOpen ? { others: () => DEDUCED } : {}),
  };
}

function listAtom(schema: Fields, keeps: boolean): ListAtom {
  const items = schema.items;
  const type = schema['x-kubernetes-list-type'];
  return {
    atomic: type !== 'map' && type !== 'set',
    keys: type === 'map' ? textsAt(schema, 'x-kubernetes-list-map-keys').toSorted() : [],
    keyDefault: (key) => fieldAt(items, 'properties', key, 'default'),
    items: () => (isMap(items) ? customAtom(items, keeps) : WHOLE),
  };
}
