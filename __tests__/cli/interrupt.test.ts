import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../support/readme';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-interrupt-'));
  mkdirSync(join(folder, 'tmp'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'who stops a plan with %s while a program renders leaves nothing behind',
  async (signal, exitCode) => {
    const app = `node -e "require('fs').writeFileSync('started', ''); setTimeout(() => {}, 60000)"`;
    writeFileSync(join(folder, 'cdk8s.yaml'), `app: ${JSON.stringify(app)}\n`);
    writeFileSync(join(folder, 'old.yaml'), '');
    const words = [join(ROOT, 'bin', 'slipway.js'), 'plan', '--before', 'old.yaml'];
    const child = spawn(process.execPath, words, {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: join(folder, 'tmp') },
    });
    const end = once(child, 'exit');
    while (!existsSync(join(folder, 'started'))) await wait(50);
    process.kill(-child.pid!, signal);

    expect(await end).toEqual([exitCode, null]);
    expect(readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('slipway'))).toEqual([]);
  },
  60_000,
);
