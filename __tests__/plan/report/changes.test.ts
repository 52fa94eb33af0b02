import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../lib/cli/run';

/** Each folder is a change: the manifests before and after it, and the reports exactly as people get them. */
const CHANGES = join(__dirname, 'changes');
const FORMATS = { 'plan.txt': 'text', 'plan.md': 'markdown', 'plan.json': 'json' } as const;

const here = process.cwd();
afterEach(() => process.chdir(here));

const cases = readdirSync(CHANGES).flatMap((change) =>
  Object.entries(FORMATS).map(([file, format]) => [change, file, format] as const),
);

test.each(cases.filter(([change, file]) => existsSync(join(CHANGES, change, file))))(
  '%s: %s is what slipway plan says',
  (change, file, format) => {
    process.chdir(join(CHANGES, change));
    const sides = ['before', 'after'].map((side) => readdirSync('.').find((name) => name.startsWith(side))!);
    const words = ['plan', '--before', sides[0]!, '--after', sides[1]!, '--format', format];
    const { stdout, stderr } = run(words, { today: '2026-11-22', colored: false, width: 100 });
    const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot: string } };
    if (snapshotState?._updateSnapshot === 'all') writeFileSync(file, stdout);

    expect(stderr).toBe('');
    expect(stdout).toBe(readFileSync(file, 'utf8'));
  },
);
