import { existsSync } from 'node:fs';
import { type Source, sourcesAt } from '../../manifest/load';
import { ManifestError } from '../../manifest/manifest-error';
import { UsageError } from '../usage-error';
import type { PlanArguments } from './arguments';
import { type Commit, commitOf, mergeBaseWith, sourcesIn } from './git';
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

function findBefore({ before, base, render }: PlanArguments, root: string): Side {
  if (before !== undefined && render === undefined) return find('--before', before, root);
  const commit = base === undefined ? requireCommit('--before', before ?? 'HEAD') : mergeBaseWith(base);
  return atCommit(commit, root, render);
}

function findAfter({ after, render }: PlanArguments, { app }: ProjectSettings, root: string): Side {
  if (after !== undefined) {
    return render === undefined
      ? find('--after', after, root)
      : atCommit(requireCommit('--after', after), root, render);
  }
  if (render !== undefined) return { label: 'working tree', root, sources: renderCommand(render, undefined) };
  if (app !== undefined) return { label: 'working tree', root, sources: renderProgram(app, root) };
  throw new UsageError(
    'there is no cdk8s.yaml here that says how to render: name the new manifests with --after <folder>',
  );
}

function atCommit(commit: Commit, root: string, render: string | undefined): Side {
  const sources = render === undefined ? sourcesIn(commit, root) : renderCommand(render, commit);
  return { label: commit.label, root, sources };
}

/** A file or folder of that name, or else a commit: `main`, `main:deploy/prod`. */
function find(option: string, word: string, root: string): Side {
  if (word === '-' || existsSync(word))
    return { label: word === '-' ? 'stdin' : word, root: word, sources: read(word) };
  const commit = commitOf(word);
  if (commit) return atCommit(commit, root, undefined);
  const [, ref = '', path = ''] = /^([^:]+):(.+)$/s.exec(word) ?? [];
  return atCommit(requireCommit(option, ref || word), path || root, undefined);
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
  throw new UsageError(
    `${option} is '${ref}', which is neither a file, a folder nor a commit of a git repository here: correct it, or fetch it first`,
  );
}
