import { isMap } from '../pods';
import type { ListKeys, Schema, Type } from './types';

/**
 * Writes a place in an object as people read it: `spec.template.spec.containers[web].env[LOG_LEVEL].value`. An item of
 * a list is named by what tells it apart, else by its number.
 */
export function describePath(
  object: unknown,
  steps: readonly (string | number)[],
  schema: Schema,
  root: Type | undefined,
): string {
  let value = object;
  let type = root;
  let path = '';
  for (const step of steps) {
    const inside = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    const label = typeof step === 'number' ? labelOf(inside, type, step) : step;
    path += typeof step === 'string' && /^[A-Za-z_$][\w$-]*$/.test(step) ? `${path && '.'}${step}` : `[${label}]`;
    type = typeInside(type, step, schema);
    value = inside;
  }
  return path;
}

/** The field by which the items of a list are told apart. */
export function keyOf({ keys, merge }: ListKeys): string | undefined {
  return merge ?? keys[0];
}

function labelOf(item: unknown, type: Type | undefined, index: number): string {
  const key = type?.is === 'list' ? keyOf(type.list) : undefined;
  const label = key !== undefined && isMap(item) ? item[key] : undefined;
  return (typeof label === 'string' && label !== '') || typeof label === 'number' ? String(label) : String(index);
}

function typeInside(type: Type | undefined, step: string | number, schema: Schema): Type | undefined {
  if (type?.is === 'object') return schema.type(type.name).fields.get(String(step))?.type;
  return type?.is === 'list' || type?.is === 'map' ? type.of : undefined;
}
