import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeUtf8 } from './decode-utf8';
import { ManifestError } from './manifest-error';
import type { ParsedDocuments } from './parse-documents';
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

const ENDING = /\.(ya?ml|json)$/;

/**
 * Reads files and folders, in the order given; of a folder, every `.yaml`, `.yml` and `.json` file that has Kubernetes
 * objects, with those of the folders in it, sorted. `-` is the standard input. A file is read once.
 *
 * @param known documents that were read before; those that are new are added
 * @throws ManifestError with everything that is wrong with any of them
 */
export function loadManifests(paths: readonly string[], known?: ParsedDocuments): Loaded {
  const problems: string[] = [];
  return readSources(sourcesAt(paths, problems), known, problems);
}

/**
 * The texts at paths, none of them read yet.
 *
 * @param problems takes in what can't be looked into
 */
export function sourcesAt(paths: readonly string[], problems: string[]): readonly Source[] {
  const files = paths.flatMap((given) => attempt(problems, () => filesAt(given)) ?? []);
  const once = new Map(files.map((file) => [resolve(file.path), file]));
  return [...once.values()].map(({ path, found }) => ({
    file: path === '-' ? 'stdin' : path,
    found,
    text: () => read(path),
  }));
}

/** A text to read, from wherever it comes. */
export interface Source {
  /** The name that messages give it. */
  readonly file: string;
  /** Whether it was found in a folder, and so may be something else. */
  readonly found: boolean;
  /** @throws ManifestError if it can't be read */
  text(): string;
}

/**
 * Reads texts.
 *
 * @param known documents that were read before; those that are new are added
 * @throws ManifestError with everything that is wrong with any of them, and with what was wrong before
 */
export function readSources(sources: readonly Source[], known?: ParsedDocuments, problems: string[] = []): Loaded {
  const manifests: Manifest[] = [];
  const leftOut: string[] = [];
  for (const source of sources) {
    attempt(problems, () => {
      const text = source.text();
      if (source.found && !text.includes('apiVersion')) leftOut.push(source.file);
      else manifests.push(parseManifest(text, source.file, known));
    });
  }
  if (problems.length > 0) throw new ManifestError(problems);
  return { manifests, leftOut };
}

/** The text in some bytes, if they are not too many. */
export function textOf(bytes: Buffer, file: string): string {
  if (bytes.length > MOST_BYTES) throw new ManifestError([tooBig(file)]);
  return decodeUtf8(bytes, file);
}

/** Whether a folder's file is one that may have manifests; its path is relative to the folder. */
export function isManifestPath(path: string): boolean {
  const steps = path.split(/[\\/]/);
  return steps.every((step) => !NOT_MANIFESTS.test(step)) && ENDING.test(path);
}

/** The text of one file, or of the standard input for `-`. */
export function read(path: string): string {
  const bytes = attemptRead(path, () => {
    if (path !== '-' && statSync(path).size > MOST_BYTES) throw new ManifestError([tooBig(path)]);
    return readFileSync(path === '-' ? 0 : path);
  });
  return textOf(bytes, path === '-' ? 'stdin' : path);
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
      return ENDING.test(entry.name) && statSync(path).isFile() ? [path] : [];
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
