import { groupBy } from './group-by';
import { oncePer } from './once-per';
import type { Resource } from './resource';

/** The objects of a kind, whatever its group, found without looking at all others. */
export function ofKind(resources: readonly Resource[], kind: string): readonly Resource[] {
  return kindsOf(resources).get(kind) ?? NONE;
}

/** The objects of those kinds that pass, in the order of the manifests. */
export function ofKinds(resources: readonly Resource[], passes: (kind: string) => boolean): readonly Resource[] {
  const lists = [...kindsOf(resources)].flatMap(([kind, list]) => (passes(kind) ? [list] : []));
  return lists.length < 2 ? (lists[0] ?? []) : resources.filter(({ object }) => passes(object.kind));
}

const kindsOf = oncePer((resources: readonly Resource[]) => groupBy(resources, ({ object }) => object.kind));

const NONE: readonly never[] = [];
