import { join, relative } from 'node:path';
import type { Manifest } from '../../manifest/parse-manifest';
import { describeResource, type Resource, resourceId } from '../../manifest/resource';
import { groupBy } from '../../manifest/group-by';
import { UsageError } from '../usage-error';

/** The manifests of one side, and the folder that they are in. */
export interface Manifests {
  readonly root: string;
  readonly manifests: readonly Manifest[];
}

/** Both sides of one environment. */
export interface EnvironmentChange {
  /** `undefined` for manifests that name none. */
  readonly environment?: string;
  /** The version in the headers, the new one first. */
  readonly kubernetes?: string;
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
}

/**
 * Pairs the manifests of each environment. A rendered file says which one it is for; the folders of others are
 * environments if the same objects are in several of them.
 *
 * @param wanted the environments to keep; all if empty
 * @throws UsageError if one of them is not there, or if only one side is in the folders of environments
 */
export function pairEnvironments(
  before: Manifests,
  after: Manifests,
  wanted: readonly string[],
): readonly EnvironmentChange[] {
  const byFolder = [before, after].some(isInFolders);
  const groups = [before, after].map((side) => groupBy(side.manifests, (file) => environmentOf(file, side, byFolder)));
  if (byFolder) refuseLevels([before, after], groups);
  const names = [...new Set(groups.flatMap((group) => [...group.keys()]))].toSorted();
  refuseUnknown(wanted, names);
  return names
    .filter((name) => wanted.length === 0 || (name !== undefined && wanted.includes(name)))
    .map((environment) => {
      const [old = [], current = []] = groups.map((group) => group.get(environment));
      return {
        environment,
        kubernetes: [...current, ...old].find(({ header }) => header.kubernetes)?.header.kubernetes,
        before: old.flatMap(({ resources }) => resources),
        after: current.flatMap(({ resources }) => resources),
      };
    });
}

function environmentOf({ file, header }: Manifest, { root }: Manifests, byFolder: boolean): string | undefined {
  return header.environment ?? (byFolder ? folderOf(file, root) : undefined);
}

function folderOf(file: string, root: string): string | undefined {
  const [first, ...rest] = relative(root, file).split(/[\\/]/);
  return rest.length > 0 && first !== '..' ? first : undefined;
}

/** Whether two folders have an object of the same identity. */
function isInFolders({ root, manifests }: Manifests): boolean {
  const folders = new Map<string, string | undefined>();
  for (const { file, header, resources } of manifests) {
    if (header.environment !== undefined) continue;
    const folder = folderOf(file, root);
    for (const { object } of resources) {
      const id = `${resourceId(object).group} ${describeResource(resourceId(object))}`;
      if (folders.has(id) && folders.get(id) !== folder) return true;
      folders.set(id, folder);
    }
  }
  return false;
}

/** Stops at a folder of environments beside that of one, such as `m` and `m/prod`: all would be gone, and new. */
function refuseLevels(sides: readonly Manifests[], groups: readonly Group[]): void {
  const outer = sides.findIndex(isInFolders);
  const [all, one] = [sides[outer]!, sides[1 - outer]!];
  const [folders, others] = [groups[outer]!, groups[1 - outer]!].map((group) => [...group.keys()].filter(isNamed));
  const isEmpty = one.manifests.every(({ resources }) => resources.length === 0);
  if (isEmpty || others!.some((name) => folders!.includes(name))) return;
  const inside = relative(all.root, one.root).split(/[\\/]/)[0]!;
  const isOfOne = folders!.includes(inside);
  if (inside === '' || (others!.length > 0 && !isOfOne)) return;
  throw new UsageError(
    `${all.root} has a folder for each environment (${folders!.join(', ')}), and ${one.root} is not like that: ` +
      `compare one environment with itself, such as ${join(all.root, isOfOne ? inside : folders![0]!)}`,
  );
}

type Group = ReadonlyMap<string | undefined, readonly Manifest[]>;

function isNamed(name: string | undefined): name is string {
  return name !== undefined;
}

function refuseUnknown(wanted: readonly string[], names: readonly (string | undefined)[]): void {
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const known = names.filter((name) => name !== undefined);
  throw new UsageError(
    `--environment is '${unknown}': ${known.length > 0 ? `use ${known.join(', ')}` : 'the manifests name no environment, leave it out'}`,
  );
}
