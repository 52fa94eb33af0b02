import { groupBy } from '../manifest/group-by';
import { podOf } from '../manifest/pods';
import { type Resource, resourceId } from '../manifest/resource';
import { renamed } from './renamed';

/** So much of two workloads has to be alike for one to be the other under a new name. */
const ALIKE = 0.6;

/** More objects of one kind and namespace than this are not compared with each other. */
const MOST = 100;

/**
 * Finds objects that have another name now: those of which nothing but a hash at the end of the name differs, and
 * workloads that are alike.
 *
 * @returns the old object of each new one that was moved
 */
export function findMoves(removed: readonly Resource[], added: readonly Resource[]): ReadonlyMap<Resource, Resource> {
  const moves = new Map<Resource, Resource>();
  const left = new Set(removed);
  for (const [keyOf, least] of [
    [stemOf, 0],
    [workloadOf, ALIKE],
  ] as const) {
    const candidates = groupBy([...left], keyOf);
    for (const [key, news] of groupBy(
      added.filter((resource) => !moves.has(resource)),
      keyOf,
    )) {
      const olds = key === undefined ? [] : (candidates.get(key) ?? []);
      for (const [old, current] of closest(olds, news, least)) {
        moves.set(current, old);
        left.delete(old);
      }
    }
  }
  return moves;
}

/** Pairs the objects that are most alike, each once. */
function closest(olds: readonly Resource[], news: readonly Resource[], least: number): readonly [Resource, Resource][] {
  if (olds.length > MOST || news.length > MOST) return [];
  const pairs = olds.flatMap((old) => news.map((current) => ({ old, current, alike: similarity(old, current) })));
  const taken = new Set<Resource>();
  return pairs
    .filter(({ alike }) => alike >= least)
    .toSorted((a, b) => b.alike - a.alike)
    .flatMap(({ old, current }) => {
      if (taken.has(old) || taken.has(current)) return [];
      taken.add(old).add(current);
      return [[old, current] as [Resource, Resource]];
    });
}

/** The name without the hash at its end, with what else has to be the same; `undefined` for a name without one. */
function stemOf({ object }: Resource): string | undefined {
  const { group, kind, namespace, name } = resourceId(object);
  const stem = /^(.+)-(?=[a-z]*\d)[a-z0-9]{8,10}$/.exec(name)?.[1];
  return stem === undefined ? undefined : `${group} ${kind} ${namespace} ${stem}`;
}

function workloadOf(resource: Resource): string | undefined {
  const { group, kind, namespace } = resourceId(resource.object);
  return podOf(resource) ? `${group} ${kind} ${namespace}` : undefined;
}

/** How much of two objects is the same, from 0 to 1; labels may have followed the name, or not. */
function similarity({ object: old }: Resource, { object: current }: Resource): number {
  const sides = [old, renamed(old, old.metadata.name, current.metadata.name)];
  const right = leavesOf(current);
  return Math.max(
    ...sides.map((side) => {
      const left = leavesOf(side);
      const common = [...left].filter((leaf) => right.has(leaf)).length;
      return common / (left.size + right.size - common);
    }),
  );
}

function leavesOf(value: unknown, path = '', leaves = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) leaves.add(`${path}=${String(value)}`);
  else for (const [key, inside] of Object.entries(value)) leavesOf(inside, `${path}.${key}`, leaves);
  return leaves;
}
