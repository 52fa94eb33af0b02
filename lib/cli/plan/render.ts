import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Source, sourcesAt } from '../../manifest/load';
import { UsageError } from '../usage-error';
import { type Commit, copyTo, prefix } from './git';
import { withTemporaryFolder } from './temporary-folder';

/**
 * What the program renders now; it is asked to write into a temporary folder, so that the manifests stay as they are.
 *
 * @throws UsageError with what the program says, if it fails
 */
export function renderProgram(app: string, output: string): readonly Source[] {
  return withTemporaryFolder((folder) => {
    run(app, { env: { CDK8S_OUTDIR: folder } });
    if (readdirSync(folder).length === 0) {
      throw new UsageError(
        `${app} has written nothing to CDK8S_OUTDIR: leave outdir to it, or render first and name the folder with --after`,
      );
    }
    return sourcesAt([folder], []).map((source) => {
      const text = source.text();
      return { ...source, file: join(output, relative(folder, source.file)), text: () => text };
    });
  });
}

/** What a command prints, here or in a copy of the repository at a commit. */
export function renderCommand(command: string, commit: Commit | undefined): readonly Source[] {
  const text = commit
    ? withTemporaryFolder((folder) => {
        copyTo(folder, commit);
        const where = ` in a copy of ${commit.label}, which has only the files of that commit`;
        return run(command, { cwd: join(folder, prefix()), where });
      })
    : run(command, {});
  return [{ file: command, found: false, text: () => text }];
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In words. @default - where the user is */
  readonly where?: string;
}

function run(command: string, { cwd, env, where = '' }: RunOptions): string {
  const { status, signal, error, stdout, stderr } = spawnSync(command, {
    shell: true,
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return stdout;
  const ending = error?.message ?? (signal ? `signal ${signal}` : `exit code ${status}`);
  throw new UsageError([`${command} has failed (${ending})${where}:`, stderr.trim() || stdout.trim()].join('\n'));
}
