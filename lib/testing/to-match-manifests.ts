import type { RenderedManifest, Rendering } from '../synth/rendering';
import { readRendered, writeFiles } from '../synth/write';

/** The part of jest that the matcher needs; jest passes it as `this`. */
export interface MatcherContext {
  readonly utils: { diff(expected: unknown, received: unknown): string | null };
  /** `all` with `-u`, `none` with `--ci`, else `new`. @default - `new` */
  readonly snapshotState?: { readonly _updateSnapshot: 'all' | 'new' | 'none' };
}

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    interface Matchers<R> {
      /** Expects a folder to hold exactly what a program renders; `jest -u` writes it. */
      toMatchManifests(folder: string): R;
    }
  }
}

/**
 * A jest matcher: the committed manifests are the snapshot. `expect.extend({ toMatchManifests })` makes it known.
 *
 * Like a snapshot, the folder is written with `-u`, and the first time where there is none; never with `--ci`.
 *
 * @example expect(program).toMatchManifests('dist')
 */
export function toMatchManifests(
  this: MatcherContext,
  program: { render(): Rendering },
  folder: string,
): MatcherResult {
  const { files } = program.render();
  const committed = readRendered(folder);
  const update = this.snapshotState?._updateSnapshot ?? 'none';
  if (update === 'all' || (update === 'new' && committed.size === 0)) {
    writeFiles(folder, files);
    return { pass: true, message: () => `${folder} holds what the program renders` };
  }
  const differences = compare(files, committed, this.utils);
  return {
    pass: differences.length === 0,
    message: () =>
      differences.length === 0
        ? `${folder} holds what the program renders, but was expected not to`
        : [
            `${folder} does not hold what the program renders. If the change is meant, run jest with -u and commit ${folder}.`,
            ...loadDescribeChange()(committed, new Map(files.map(({ path, text }) => [path, text]))),
            ...differences,
          ].join('\n\n'),
  };
}

function compare(
  files: readonly RenderedManifest[],
  committed: ReadonlyMap<string, string>,
  utils: MatcherContext['utils'],
): readonly string[] {
  const rendered = new Map(files.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...committed.keys(), ...rendered.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [before, after] = [committed.get(path), rendered.get(path)];
    if (before === after) return [];
    if (before === undefined) return [`${path}: is rendered, but not there`];
    if (after === undefined) return [`${path}: is there, but nothing renders it any more`];
    return [`${path}: differs\n${utils.diff(before, after) ?? ''}`];
  });
}

/** The plan is loaded when a test fails, and not by every program that imports the matcher's package. */
function loadDescribeChange(): typeof import('./describe-change').describeChange {
  return (require('./describe-change') as typeof import('./describe-change')).describeChange;
}
