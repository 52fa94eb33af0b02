import { isMap } from '../manifest/pods';
import type { Resource } from '../manifest/resource';

/**
 * Those names that no other object mentions, in an argument, a variable, an annotation or any field of a custom resource:
 * programs read ConfigMaps by name that no field of a pod refers to.
 */
export function unmentioned(names: ReadonlySet<string>, resources: readonly Resource[]): ReadonlySet<string> {
  const rest = new Set(names);
  for (const { object } of resources) {
    if (rest.size === 0) break;
    const { metadata, ...body } = object;
    const { kind } = object;
    if (kind !== 'ConfigMap' && kind !== 'Secret') mentions(body, rest);
    mentions(isMap(metadata) ? metadata.annotations : undefined, rest);
  }
  return rest;
}

function mentions(value: unknown, rest: Set<string>): void {
  if (typeof value === 'string') {
    for (const [word] of value.matchAll(/[a-z0-9][-a-z0-9.]*/g)) rest.delete(word);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) mentions(each, rest);
  }
}
