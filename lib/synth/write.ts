import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, posix } from 'node:path';

/** A file to write. */
export interface RenderedFile {
  /** Relative to the folder, with forward slashes: `prod/miniflux.k8s.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** What became of the files; paths are relative to the folder. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Rendered once, but no more. */
  readonly removed: readonly string[];
}

/** Why a file was not written. Its message says all: there is no need to show a stack. */
export class WriteError extends Error {
  public override readonly name = 'WriteError';
}

/**
 * Makes a folder hold the rendered files. Those that did not change are not touched, the others are replaced at once,
 * after all have been written under temporary names: a full disk leaves the folder as it was. Rendered files that are
 * not among them are removed, and the folders that are empty then; what people wrote by hand stays.
 */
export function writeFiles(folder: string, files: readonly RenderedFile[]): WriteResult {
  const paths = files.map(({ path }) => path);
  refusePaths(paths);
  const changed = files.filter(({ path, text }) => readIfThere(join(folder, path)) !== text);
  const written = changed.map(({ path }) => path);
  const removed = [...readRendered(folder).keys()].filter((path) => !paths.includes(path));
  replace(folder, changed);
  for (const path of removed) remove(folder, path);
  return { written, unchanged: paths.filter((path) => !written.includes(path)), removed };
}

/** The rendered files of a folder, those of other tools left out: text by path, sorted. */
export function readRendered(folder: string): ReadonlyMap<string, string> {
  const paths = filesBelow(folder, '').filter((path) => path.endsWith('.k8s.yaml'));
  const texts = paths.toSorted().map((path) => [path, readIfThere(join(folder, path)) ?? ''] as const);
  return new Map(texts.filter(([, text]) => text.startsWith('# slipway:')));
}

function refusePaths(paths: readonly string[]): void {
  for (const [index, path] of paths.entries()) {
    const inside = posix.normalize(path) === path && !/^\.{1,2}(\/|$)|[\\\0]|\/$/.test(path) && !isAbsolute(path);
    if (!inside) throw new WriteError(`${JSON.stringify(path)} is no path inside the folder: write it as folder/file`);
    if (paths.indexOf(path) < index)
      throw new WriteError(`${path} is rendered twice: give one of the two another name`);
  }
}

/** Does not follow links, so that nothing outside of the folder is read or removed. */
function filesBelow(folder: string, below: string): string[] {
  const path = join(folder, below);
  const entries = attempt('read', path, () => unlessMissing(() => readdirSync(path, { withFileTypes: true })));
  return (entries ?? []).flatMap((entry) => {
    if (entry.isDirectory()) return filesBelow(folder, posix.join(below, entry.name));
    return entry.isFile() ? [posix.join(below, entry.name)] : [];
  });
}

function readIfThere(path: string): string | undefined {
  return attempt('read', path, () => unlessMissing(() => readFileSync(path, 'utf8')));
}

function replace(folder: string, files: readonly RenderedFile[]): void {
  const targets = files.map(({ path }) => join(folder, path));
  prepare(files.map(({ text }, index) => ({ target: targets[index]!, text })));
  try {
    for (const target of targets) attempt('write', target, () => renameSync(temporaryOf(target), target));
  } catch (error) {
    discard(targets.map(temporaryOf));
    throw error;
  }
}

/** Writes all texts under temporary names, or else leaves nothing behind. */
function prepare(files: readonly { readonly target: string; readonly text: string }[]): void {
  const traces: string[] = [];
  try {
    for (const { target, text } of files) {
      attempt('write', target, () => {
        traces.push(mkdirSync(dirname(target), { recursive: true }) ?? temporaryOf(target));
        writeFileSync(temporaryOf(target), text, { flush: true });
      });
    }
  } catch (error) {
    discard(traces);
    throw error;
  }
}

function discard(paths: readonly string[]): void {
  for (const path of paths) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // What went wrong first is what the caller has to know.
    }
  }
}

/** In the same folder, since only there renaming replaces a file at once; kubectl skips it for its ending. */
function temporaryOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
}

function remove(folder: string, path: string): void {
  attempt('remove', join(folder, path), () => rmSync(join(folder, path)));
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const left = join(folder, parent);
    if (attempt('read', left, () => readdirSync(left)).length > 0) return;
    attempt('remove', left, () => rmdirSync(left));
  }
}

function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function attempt<T>(verb: 'read' | 'write' | 'remove', path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new WriteError(`cannot ${verb} ${path}: ${REASONS[code] ?? message}`);
  }
}

const NOT_ALLOWED = 'you are not allowed to: change the permissions of the file or its folder';
const FILE_IN_THE_WAY = 'a file is in the place of a folder: move it away';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: 'the disk is read-only: write to another folder',
  ENOSPC: 'the disk is full: make room',
  EISDIR: 'a folder is in the place of the file: move it away',
  ENOTDIR: FILE_IN_THE_WAY,
  EEXIST: FILE_IN_THE_WAY,
};
