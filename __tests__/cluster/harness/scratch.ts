import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Waits for the end of its input, then ends every process named in `pids/` and removes the folder. */
const GUARD = `
cat >/dev/null
for pid in "$1"/pids/*; do kill -9 "\${pid##*/}" 2>/dev/null; done
sleep 0.2
rm -rf "$1"
`;

/**
 * A temporary folder, and the processes that live from it, that do not outlive this process however it ends.
 *
 * A signal handler would not run when this process is killed. So a guard in a session of its own holds the other end
 * of a pipe: the pipe closes with this process, and the guard then clears up.
 */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'slipway-cluster-'));
  private readonly guard: ChildProcess;

  constructor() {
    mkdirSync(this.path('pids'));
    mkdirSync(this.path('logs'));
    this.guard = spawn('sh', ['-c', GUARD, 'slipway-guard', this.folder], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.guard.unref();
  }

  /** A path inside the folder. */
  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Ends `child` too, should this process end before it. */
  watch(child: ChildProcess): void {
    const file = this.path('pids', String(child.pid));
    writeFileSync(file, '');
    child.once('exit', () => rmSync(file, { force: true }));
  }

  /** Removes the folder and ends the guard. */
  async remove(): Promise<void> {
    if (this.guard.exitCode !== null) return;
    const gone = new Promise((resolve) => {
      this.guard.once('exit', resolve);
    });
    this.guard.ref();
    this.guard.stdin?.end();
    await gone;
  }
}
