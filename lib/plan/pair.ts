import { type Resource, resourceId } from '../manifest/resource';
import { identityOf } from './identity';
import { findMoves } from './moves';

/** An object before and after; one of the two may be missing. */
export interface Pair {
  readonly before?: Resource;
  readonly after?: Resource;
}

/** Pairs the objects of two sets: what is the same object, what is new, gone, or has another name. */
export function pair(before: readonly Resource[], after: readonly Resource[]): readonly Pair[] {
  const [old, current] = [byIdentity(before), byIdentity(after)];
  const removed = [...old].filter(([key]) => !current.has(key)).map(([, resource]) => resource);
  const added = [...current].filter(([key]) => !old.has(key)).map(([, resource]) => resource);
  const moves = findMoves(removed, added);
  const origins = new Set(moves.values());
  return [
    ...[...current].map(([key, resource]) => ({ before: old.get(key) ?? moves.get(resource), after: resource })),
    ...removed.filter((resource) => !origins.has(resource)).map((resource) => ({ before: resource })),
  ];
}

/** Of several objects of one identity the last counts, as it is applied last. */
function byIdentity(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(resources.map((resource) => [identityOf(resourceId(resource.object)), resource]));
}
