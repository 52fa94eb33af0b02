import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeUtf8 } from './decode-utf8';
import { ManifestError } from './manifest-error';
import { type Manifest, parseManifest } from './parse-manifest';

/** What was read. */
export interface Loaded {
  readonly manifests: readonly Manifest[];
  /** Files of the folders that have no Kubernetes objects. */
  readonly leftOut: readonly string[];
}

/** A bigger file is no manifest that people or tools could work with. */
const MOST_BYTES = 10 * 2 ** 20;

/** Not ours to judge: tools' own folders and files. */
const NOT_MANIFESTS = /^(\..*|node_modules|kustomization\.ya?ml)$/;

/**
 * Reads files and folders, in the order given; of a folder, every `.yaml`, `.yml` and `.json` file that has Kubernetes
 * objects, with those of the folders in it, sorted. `-` is the standard input. A file is read once.
 *
 * @throws ManifestError with everything that is wrong with any of them
 */
export function loadManifests(paths: readonly string[]): Loaded {
  const problems: string[] = [];
  const manifests: Manifest[] = [];
  const leftOut: string[] = [];
  const seen = new Set<string>();
  for (const { path, found } of paths.flatMap((given) => attempt(problems, () => filesAt(given)) ?? [])) {
    if (seen.has(resolve(path))) continue;
    seen.add(resolve(path));
    attempt(problems, () => {
      const text = read(path);
      if (found && !text.includes('apiVersion')) leftOut.push(path);
      else manifests.push(parseManifest(text, path === '-' ? 'stdin' : path));
    });
  }
  if (problems.length > 0) throw new ManifestError(problems);
  return { manifests, leftOut };
}

/** The text of one file, or of the standard input for `-`. */
export function read(path: string): string {
  const bytes = attemptRead(path, () => {
    if (path !== '-' && statSync(path).size > MOST_BYTES) throw new ManifestError([tooBig(path)]);
    return readFileSync(path === '-' ? 0 : path);
  });
  if (bytes.length > MOST_BYTES) throw new ManifestError([tooBig(path)]);
  return decodeUtf8(bytes, path === '-' ? 'stdin' : path);
}

function filesAt(path: string): readonly { readonly path: string; readonly found: boolean }[] {
  if (path === '-' || !attemptRead(path, () => statSync(path)).isDirectory()) return [{ path, found: false }];
  const files = attemptRead(path, () => filesBelow(path));
  if (files.length > 0) return files.map((file) => ({ path: file, found: true }));
  throw new ManifestError([`${path}: has no .yaml, .yml or .json file: name another folder`]);
}

/** Links to folders are not followed, as they may lead in a circle. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_MANIFESTS.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /\.(ya?ml|json)$/.test(entry.name) && statSync(path).isFile() ? [path] : [];
    });
}

function tooBig(path: string): string {
  return `${path}: has more than ${MOST_BYTES / 2 ** 20} MiB: split it into smaller files, or leave it out`;
}

function attempt<T>(problems: string[], action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is none: correct the path, which is relative to the folder that you are in',
  EACCES: 'you are not allowed to: change the permissions of the file or its folder',
  EISDIR: 'it is a folder: name the files in it',
};

function attemptRead<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ManifestError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new ManifestError([`cannot read ${path === '-' ? 'the standard input' : path}: ${REASONS[code] ?? message}`]);
  }
}
