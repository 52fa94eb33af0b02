import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './support/readme';

const MISTAKE = `
import { Application, Program, WebService } from '${join(ROOT, 'lib')}';
const program = new Program();
const shop = new Application(program, 'shop', { name: 'prod', kubernetes: '1.33' });
new WebService(shop, 'web', { image: 'shop:1', user: 0, port: 8080 });
program.synth();
`;
const SECRET = `
import { Secret } from '${join(ROOT, 'node_modules', 'cdk8s-plus-28')}';
import { Application, Program } from '${join(ROOT, 'lib')}';
const program = new Program();
const shop = new Application(program, 'shop', { name: 'prod', kubernetes: '1.33' });
new Secret(shop, 'token', { stringData: { TOKEN: 'not-a-real-value' } });
program.synth();
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a command of the project; `net` can't be reached from it. */
function run(
  command: string,
  args: readonly string[],
  cwd = ROOT,
): { status: number | null; stdout: string; stderr: string } {
  const env = {
    ...process.env,
    CDK8S_OUTDIR: join(folder, 'dist'),
    NODE_OPTIONS: `--require ${join(ROOT, '__tests__/support/offline.cjs')}`,
  };
  return spawnSync(command, args, { cwd, encoding: 'utf8', env });
}

function runProgram(text: string): ReturnType<typeof run> {
  writeFileSync(join(folder, 'main.ts'), text);
  return run(process.execPath, ['--import', 'tsx', join(folder, 'main.ts')]);
}

/** The rendered files of a folder, with their bytes. */
function contents(dist: string): readonly (readonly [string, string])[] {
  const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  return paths.toSorted().map((path) => [path, readFileSync(join(dist, path), 'utf8')]);
}

test('npm run synth and cdk8s synth render the same bytes, without a network', () => {
  const ours = run('npm', ['run', '--silent', 'synth']);
  expect(ours.status).toBe(0);
  const rendered = contents(join(folder, 'dist'));
  rmSync(join(folder, 'dist'), { recursive: true });

  const output = join(folder, 'dist');
  const cli = run(process.execPath, ['node_modules/.bin/cdk8s', 'synth', '--check-upgrade=false', '--output', output]);
  expect(cli.stderr).not.toContain('a connection was opened');
  expect(cli.status).toBe(0);
  expect(contents(output)).toEqual(rendered);
  expect(rendered).toEqual(contents(join(ROOT, 'dist')));
}, 60_000);

test('fails when the program has a mistake, with exit code 1 and the output folder as it was', () => {
  const { status, stderr } = runProgram(MISTAKE);

  expect(status).toBe(1);
  expect(stderr).toBe(
    '1 mistake in the program, so nothing was written\n  prod: web: user is 0, which is root: use another number\n',
  );
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('fails when the gate refuses an object, with exit code 2, and never shows the value', () => {
  const { status, stdout, stderr } = runProgram(SECRET);

  expect(status).toBe(2);
  expect(stderr).toContain('no-secret-values');
  expect(stderr).toContain('TOKEN');
  expect(stdout + stderr).not.toContain('not-a-real-value');
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('the program of the README runs in a fresh folder that has the package', () => {
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder]);
  expect(packed.status).toBe(0);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'slipway'), { recursive: true });
  spawnSync('tar', ['-xf', join(folder, 'slipway-0.1.0.tgz'), '-C', join(modules, 'slipway'), '--strip-components=1']);
  for (const name of ['cdk8s', 'cdk8s-plus-28', 'constructs', 'diff', 'js-yaml', 'yaml', 'tsx']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  const [, program] = /(import \{ Application, type Environment[\s\S]*?)```/.exec(
    readFileSync(join(ROOT, 'README.md'), 'utf8'),
  )!;
  writeFileSync(join(folder, 'package.json'), '{"name":"shop"}');
  writeFileSync(join(folder, 'main.ts'), program!);
  const { status, stderr } = run(process.execPath, ['--import', 'tsx', 'main.ts'], folder);

  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(contents(join(folder, 'dist')).map(([path]) => path)).toEqual(['prod/shop.k8s.yaml']);
  expect(readdirSync(join(modules, 'slipway')).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'bin',
    'build',
    'package.json',
  ]);
}, 60_000);

test('the lock file has every platform of every dependency, as npm ci refuses one that has not', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );

  expect(missing).toEqual([]);
});
