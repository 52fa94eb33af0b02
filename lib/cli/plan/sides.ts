import { existsSync } from 'node:fs';
import { type Source, sourcesAt } from '../../manifest/load';
import { ManifestError } from '../../manifest/manifest-error';
import { UsageError } from '../usage-error';
import type { PlanArguments } from './arguments';
import { type Commit, commitOf, hasPath, mergeBaseWith, remedy, sourcesIn } from './git';
import { renderCommand, renderProgram } from './render';
import { type ProjectSettings, projectSettings } from './settings';

/** The manifests before or after. */
export interface Side {
  /** What people call it: `main@4f2a91c`, `dist`. */
  readonly label: string;
  /** The folder that the files are in. */
  readonly root: string;
  readonly sources: readonly Source[];
}

/**
 * Finds both sets of manifests.
 *
 * @throws UsageError if one can't be found
 */
export function findSides(args: PlanArguments): { readonly before: Side; readonly after: Side } {
  const settings = projectSettings();
  const root = args.path ?? settings.output;
  return { before: findBefore(args, root), after: findAfter(args, settings, root) };
}

function findBefore({ before, base, render, path }: PlanArguments, root: string): Side {
  if (before !== undefined && render === undefined) return find('--before', before, root, path);
  const commit = base === undefined ? committed(before) : mergeBaseWith(base);
  return atCommit(commit, root, render, path);
}

/** The commit that the old manifests are in; nobody needs to say that it is the newest one. */
function committed(before: string | undefined): Commit {
  if (before !== undefined) return requireCommit('--before', before);
  const commit = commitOf('HEAD');
  if (commit) return commit;
  throw new UsageError(`there are no committed manifests to compare with (--before): ${remedy()}`);
}

function findAfter({ after, render, path }: PlanArguments, { app }: ProjectSettings, root: string): Side {
  if (after !== undefined) {
    return render === undefined
      ? find('--after', after, root, path)
      : atCommit(requireCommit('--after', after), root, render, path);
  }
  if (render !== undefined) return { label: 'working tree', root, sources: renderCommand(render, undefined) };
  if (app !== undefined) return { label: 'working tree', root, sources: renderProgram(app, root) };
  throw new UsageError(
    'there is no cdk8s.yaml here that says how to render: name the new manifests with --after <folder>',
  );
}

/** @param path the folder, if somebody has named it */
function atCommit(commit: Commit, root: string, render: string | undefined, path: string | undefined): Side {
  const { label } = commit;
  if (render !== undefined) return { label, root, sources: renderCommand(render, commit) };
  if (path !== undefined && !hasPath(commit, path) && !existsSync(path)) {
    throw new UsageError(`--path is '${path}', which neither ${label} nor this folder has: correct it`);
  }
  return { label, root, sources: sourcesIn(commit, root) };
}

/** A file or folder of that name, or else a commit: `main`, `main:deploy/prod`. */
function find(option: string, word: string, root: string, path: string | undefined): Side {
  if (word === '-' || existsSync(word))
    return { label: word === '-' ? 'stdin' : word, root: word, sources: read(word) };
  const commit = commitOf(word);
  if (commit) return atCommit(commit, root, undefined, path);
  const [, ref = word, inside] = /^([^:]+):(.+)$/s.exec(word) ?? [];
  const found = requireCommit(option, ref);
  if (inside !== undefined && !hasPath(found, inside)) {
    throw new UsageError(`${option} is '${word}', but ${found.label} has no '${inside}' in this folder: correct it`);
  }
  return atCommit(found, inside ?? root, undefined, path);
}

function read(path: string): readonly Source[] {
  const problems: string[] = [];
  const sources = sourcesAt([path], problems);
  if (problems.length > 0) throw new ManifestError(problems);
  return sources;
}

function requireCommit(option: string, ref: string): Commit {
  const commit = commitOf(ref);
  if (commit) return commit;
  if (existsSync(ref)) {
    throw new UsageError(`${option} is '${ref}', which is no commit: --render runs in a copy of one, so name one`);
  }
  throw new UsageError(`${option} is '${ref}', which is neither a file, a folder nor a commit here: ${remedy()}`);
}
