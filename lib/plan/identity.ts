import type { ResourceId } from '../manifest/resource';

/** A key for an identity, the same for all spellings of it: no namespace is the one that kubectl uses by default. */
export function identityOf({ group, kind, namespace, name }: ResourceId): string {
  return `${group} ${kind} ${namespace || 'default'} ${name}`;
}
