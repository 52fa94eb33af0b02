import { groupBy } from '../manifest/group-by';
import { podOf } from '../manifest/pods';
import { type Resource, resourceId } from '../manifest/resource';
import { likeness } from './likeness';
import { isSameProgram } from './same-program';

/** So much of two workloads has to be alike for one to be the other under a new name. */
const ALIKE = 0.6;

/** So much more alike than any other has to be what a workload has become. */
const CLEAR = 0.05;

/** More objects of one kind and namespace than this are not compared with each other. */
const MOST = 100;

/** One object that may be another under a new name, and how much of it is the same. */
interface Candidate {
  readonly old: Resource;
  readonly current: Resource;
  readonly alike: number;
}

/**
 * Finds objects that have another name now: those of which nothing but a hash at the end of the name differs, and
 * workloads that run the same program, if there is no doubt which one is which.
 *
 * @returns the old object of each new one that was moved
 */
export function findMoves(removed: readonly Resource[], added: readonly Resource[]): ReadonlyMap<Resource, Resource> {
  const moves = new Map<Resource, Resource>();
  for (const { old, current } of closest(candidates(removed, added, stemOf))) moves.set(current, old);
  const gone = new Set(moves.values());
  const rest = candidates(
    removed.filter((resource) => !gone.has(resource)),
    added.filter((resource) => !moves.has(resource)),
    workloadOf,
    isSameProgram,
  );
  for (const { old, current } of clear(rest)) moves.set(current, old);
  return moves;
}

/** Every old object with every new one of the same key. */
function candidates(
  removed: readonly Resource[],
  added: readonly Resource[],
  keyOf: (resource: Resource) => string | undefined,
  mayBe: (old: Resource, current: Resource) => boolean = () => true,
): readonly Candidate[] {
  const news = groupBy(added, keyOf);
  return [...groupBy(removed, keyOf)].flatMap(([key, olds]) => {
    const same = key === undefined ? [] : (news.get(key) ?? []);
    if (olds.length > MOST || same.length > MOST) return [];
    return olds.flatMap((old) =>
      same
        .filter((current) => mayBe(old, current))
        .map((current) => ({ old, current, alike: likeness(old.object, current.object) })),
    );
  });
}

/** Those that are most alike, each object once. */
function closest(all: readonly Candidate[]): readonly Candidate[] {
  const taken = new Set<Resource>();
  return all
    .toSorted((a, b) => b.alike - a.alike)
    .filter(({ old, current }) => {
      if (taken.has(old) || taken.has(current)) return false;
      taken.add(old).add(current);
      return true;
    });
}

/** Those that are alike, and more so than all others of which one of the two could be a part. */
function clear(all: readonly Candidate[]): readonly Candidate[] {
  const [byOld, byCurrent] = [groupBy(all, ({ old }) => old), groupBy(all, ({ current }) => current)];
  return all.filter((candidate) => {
    const others = [...byOld.get(candidate.old)!, ...byCurrent.get(candidate.current)!];
    const { alike } = candidate;
    return alike >= ALIKE && others.every((other) => other === candidate || alike - other.alike > CLEAR);
  });
}

/** The name without the hash at its end, with what else has to be the same; `undefined` for a name without one. */
function stemOf({ object }: Resource): string | undefined {
  const { group, kind, namespace, name } = resourceId(object);
  const [, stem, hash = ''] = /^(.+)-(?=[a-z]*\d)([a-z0-9]{8,10})$/.exec(name) ?? [];
  return stem === undefined || isWord(hash) ? undefined : `${group} ${kind} ${namespace} ${stem}`;
}

/** Whether it is a word with a number, such as `frontend2`, rather than a hash. */
function isWord(hash: string): boolean {
  return /^[a-z]{3,}\d{1,3}$/.test(hash) && /[g-z]/.test(hash);
}

function workloadOf(resource: Resource): string | undefined {
  const { group, kind, namespace } = resourceId(resource.object);
  return podOf(resource) ? `${group} ${kind} ${namespace}` : undefined;
}
