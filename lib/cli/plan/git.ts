import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isManifestPath, type Source, textOf } from '../../manifest/load';
import { UsageError } from '../usage-error';

/** A commit, and how people call it. */
export interface Commit {
  readonly sha: string;
  /** Such as `main@4f2a91c`. */
  readonly label: string;
}

/** The commit that a branch, a tag, `HEAD~1` or the like stands for; `undefined` if it stands for none. */
export function commitOf(ref: string): Commit | undefined {
  if (ref.startsWith('-')) return undefined;
  const { status, stdout } = git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const sha = stdout.toString().trim();
  return status === 0 ? { sha, label: labelOf(ref, sha) } : undefined;
}

/**
 * The commit where the current branch left another one.
 *
 * @throws UsageError if there is none
 */
export function mergeBaseWith(branch: string): Commit {
  const other = commitOf(branch);
  if (!other) throw new UsageError(`--base is '${branch}', which is no branch or commit here: ${remedy()}`);
  const { status, stdout } = git(['merge-base', 'HEAD', other.sha]);
  const sha = stdout.toString().trim();
  if (status !== 0) throw new UsageError(`--base is '${branch}', which has no commit in common with HEAD: ${remedy()}`);
  return { sha, label: labelOf(branch, sha) };
}

/** The manifests in a folder of a commit, or the one file of that name; the path is relative to the current folder. */
export function sourcesIn({ sha }: Commit, path: string): readonly Source[] {
  const { stdout } = succeed(['ls-tree', '-r', '-z', sha, '--', path]);
  const files = stdout
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, id, file] = /^100\d+ blob (\w+)\t(.+)$/s.exec(line) ?? [];
      return id !== undefined && file !== undefined && (file === path || isManifestPath(file)) ? [{ id, file }] : [];
    });
  const texts = blobs(files.map(({ id }) => id));
  return files.map(({ file }, index) => ({ file, found: file !== path, text: () => textOf(texts[index]!, file) }));
}

/** Whether a commit has a file or folder; the path is relative to the current folder. */
export function hasPath({ sha }: Commit, path: string): boolean {
  return git(['cat-file', '-e', `${sha}:./${path}`]).status === 0;
}

/** Puts all files of a commit into a folder; nothing of the repository changes. */
export function copyTo(folder: string, { sha }: Commit): void {
  const env = { GIT_INDEX_FILE: join(folder, '.git-index') };
  succeed(['read-tree', sha], { env });
  const { stdout } = succeed(['rev-parse', '--show-toplevel']);
  succeed(['checkout-index', '--all', `--prefix=${folder}/`], { env, cwd: stdout.toString().trim() });
}

/** Where the current folder is in the repository; empty at its top. */
export function prefix(): string {
  return succeed(['rev-parse', '--show-prefix']).stdout.toString().trim();
}

/** The contents of files, read by one process. */
function blobs(ids: readonly string[]): readonly Buffer[] {
  if (ids.length === 0) return [];
  const { stdout } = succeed(['cat-file', '--batch'], { input: `${ids.join('\n')}\n` });
  let at = 0;
  return ids.map(() => {
    const start = stdout.indexOf('\n', at) + 1;
    const size = Number(stdout.subarray(at, start).toString().split(' ')[2]);
    at = start + size + 1;
    return stdout.subarray(start, start + size);
  });
}

function labelOf(ref: string, sha: string): string {
  const name = ref === 'HEAD' ? git(['symbolic-ref', '--short', '--quiet', 'HEAD']).stdout.toString().trim() : ref;
  const short = sha.slice(0, 7);
  return sha.startsWith(ref) ? short : `${name || 'HEAD'}@${short}`;
}

/** What to do about a commit that is not found, in words: it may be that this is no repository, or not all of one. */
export function remedy(): string {
  const { status, stderr } = git(['rev-parse', '--git-dir']);
  if (status !== 0) {
    return stderr.toString().includes('dubious ownership')
      ? 'git trusts no repository that belongs to somebody else: git config --global --add safe.directory "$PWD"'
      : 'this folder is in no git repository: name folders or files';
  }
  if (commitOf('HEAD') === undefined) return 'nothing is committed here yet: commit it first, or name folders or files';
  const shallow = git(['rev-parse', '--is-shallow-repository']).stdout.toString().trim() === 'true';
  return shallow
    ? 'only the newest commits are here: git fetch --unshallow gets the others (in CI, check out with fetch-depth: 0)'
    : 'see git branch --all, and fetch it first if it is new';
}

interface GitOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function git(words: readonly string[], { input, cwd, env }: GitOptions = {}) {
  const result = spawnSync('git', words, { input, cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 31 - 1 });
  if (result.error) throw new UsageError(`git can't be run (${result.error.message}): install it, or name folders`);
  return result;
}

function succeed(words: readonly string[], options?: GitOptions) {
  const result = git(words, options);
  if (result.status === 0) return result;
  const [reason = ''] = result.stderr.toString().trim().split('\n');
  throw new UsageError(`git ${words[0]} has failed (${reason.replace(/^fatal: /, '')}): name folders instead`);
}
