import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { until } from './harness/until';
import { describeOnOwnCluster } from './support/cluster';

/** How a run may end: Ctrl-C, a job's end, and the one that no program can prepare for. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;

describeOnOwnCluster('a control plane whose owner ends by', () => {
  test.each(SIGNALS)('%s leaves no process, no folder and no port', async (signal) => {
    const owner = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'up.ts')], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { folder, pids, port } = await up(owner);
    expect(pids.length).toBeGreaterThanOrEqual(5);
    expect(await listens(port)).toBe(true);

    owner.kill(signal);
    await until(async () => !existsSync(folder), { what: `${folder} is removed`, seconds: 15 });
    expect(pids.filter(runs)).toEqual([]);
    expect(await listens(port)).toBe(false);
  });
});

async function up(owner: ChildProcess): Promise<{ folder: string; pids: number[]; port: number }> {
  let text = '';
  owner.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const said = async () => /KUBECONFIG=(\S+)[^]*server=\S+:(\d+)/.exec(text) ?? undefined;
  const [, kubeconfig = '', port] = await until(said, { what: 'a control plane is up', seconds: 60 });
  const folder = dirname(kubeconfig);
  return { folder, pids: readdirSync(join(folder, 'pids')).map(Number), port: Number(port) };
}

/** A process that has ended may stay in the table until its new parent asks for its exit code. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z\s]/.test(stdout.trim());
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
