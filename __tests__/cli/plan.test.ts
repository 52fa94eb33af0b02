import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../lib/cli/run';

const job = (image: string) =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: { name: migrate }\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{ name: app, image: '${image}' }]\n`;

const SURROUNDINGS = { today: '2026-11-22', colored: false };
const here = process.cwd();

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'a folder ')));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

function config(name: string, data: string, namespace = 'shop'): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: ${namespace} }\ndata: { KEY: '${data}' }\n`;
}

function header(environment: string, kubernetes = '1.33'): string {
  return `# slipway: application=shop environment=${environment} kubernetes=${kubernetes} preset=production pod-security=restricted\n`;
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=shop', '-c', 'user.email=shop@example.com', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...identity, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Commits files, and says what people see of the commit. */
function commit(files: Readonly<Record<string, string>>): string {
  write(files);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'change');
  return git('rev-parse', '--short=7', 'HEAD');
}

function plan(...words: readonly string[]) {
  return run(['plan', ...words], SURROUNDINGS);
}

interface Json {
  readonly resources: readonly {
    readonly id: { readonly name: string };
    readonly action: string;
    readonly environment?: string;
  }[];
}

/** What becomes of each resource, as `prod web: update`. */
function actions(...words: readonly string[]): readonly string[] {
  const { stdout, stderr } = plan(...words, '--format', 'json');
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as Json).resources.map(({ environment, id, action }) =>
    [...(environment === undefined ? [] : [environment]), `${id.name}: ${action}`].join(' '),
  );
}

describe('what is compared', () => {
  test('two folders', () => {
    write({ 'old/web.yaml': config('web', '1'), 'new/web.yaml': config('web', '2'), 'new/db.yaml': config('db', '1') });

    expect(actions('--before', 'old', '--after', 'new')).toEqual(['db: create', 'web: update']);
  });

  test('two files', () => {
    write({
      'old.yaml': config('web', '1'),
      'new.json': JSON.stringify({ kind: 'List', apiVersion: 'v1', items: [] }),
    });

    expect(actions('--before', 'old.yaml', '--after', 'new.json')).toEqual(['web: orphan']);
  });

  test('by default, what is committed with what the program of cdk8s.yaml renders; dist is not touched', () => {
    const app = `node -e "require('fs').writeFileSync(process.env.CDK8S_OUTDIR + '/web.k8s.yaml', process.env.TEXT)"`;
    commit({
      'cdk8s.yaml': `app: ${JSON.stringify(app)}\noutput: rendered\n`,
      'rendered/web.k8s.yaml': config('web', '1'),
    });
    process.env.TEXT = config('web', '2');

    expect(actions()).toEqual(['web: update']);
    expect(git('status', '--porcelain')).toBe('');
    delete process.env.TEXT;
  });

  test('two commits, by branch, tag or hash', () => {
    const first = commit({ 'dist/web.yaml': config('web', '1') });
    git('tag', 'v1');
    commit({ 'dist/web.yaml': config('web', '2') });

    expect(actions('--before', 'v1', '--after', 'main')).toEqual(['web: update']);
    expect(actions('--before', first, '--after', 'HEAD')).toEqual(['web: update']);
    expect(actions('--before', 'main', '--after', 'v1')).toEqual(['web: update']);
    expect(plan('--before', 'v1', '--after', 'main').stdout).toContain(`v1@${first}`);
  });

  test('another folder of a commit', () => {
    commit({ 'deploy/web.yaml': config('web', '1') });
    write({ 'new.yaml': config('web', '2') });

    expect(actions('--before', 'HEAD:deploy', '--after', 'new.yaml')).toEqual(['web: update']);
    expect(actions('--path', 'deploy', '--after', 'new.yaml')).toEqual(['web: update']);
  });

  test('what a branch began with, whatever the other branch has done since', () => {
    commit({ 'dist/web.yaml': config('web', '1') });
    git('checkout', '--quiet', '-b', 'topic');
    commit({ 'dist/db.yaml': config('db', '1') });
    git('checkout', '--quiet', 'main');
    commit({ 'dist/cache.yaml': config('cache', '1') });
    git('checkout', '--quiet', 'topic');

    expect(actions('--base', 'main', '--after', 'dist')).toEqual(['db: create']);
  });

  test('what a command prints, before and now', () => {
    const command = `node -e "process.stdout.write(require('fs').readFileSync('chart/values').toString())"`;
    commit({ 'chart/values': config('web', '1') });
    write({ 'chart/values': config('web', '2') });

    expect(actions('--render', command)).toEqual(['web: update']);
    expect(git('status', '--porcelain')).toBe('M chart/values');
  });

  test('a folder below the top of the repository', () => {
    commit({ 'services/shop/dist/web.yaml': config('web', '1') });
    process.chdir('services/shop');
    write({ 'new.yaml': config('web', '2') });

    expect(actions('--after', 'new.yaml')).toEqual(['web: update']);
    const command = `node -e "process.stdout.write(require('fs').readFileSync('dist/web.yaml').toString())"`;
    expect(plan('--render', command)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('a commit without manifests is before everything', () => {
    commit({ 'README.md': '# Shop\n' });
    write({ 'dist/web.yaml': config('web', '1') });

    expect(actions('--after', 'dist')).toEqual(['web: create']);
  });
});

describe('environments', () => {
  const old = { 'old/prod/shop.yaml': config('web', '1'), 'old/dev/shop.yaml': config('web', '1') };

  test('are what the headers say', () => {
    write({
      'old/shop.yaml': header('prod') + config('web', '1'),
      'new/shop-prod.yaml': header('prod') + config('web', '2'),
      'new/shop-dev.yaml': header('dev') + config('web', '1'),
    });

    expect(actions('--before', 'old', '--after', 'new')).toEqual(['dev web: create', 'prod web: update']);
  });

  test('are folders that have the same objects', () => {
    write({ ...old, 'new/prod/shop.yaml': config('web', '2'), 'new/dev/shop.yaml': config('web', '1') });

    expect(actions('--before', 'old', '--after', 'new')).toEqual(['prod web: update']);
  });

  test('are not folders of different objects, between which objects may move', () => {
    write({ 'old/web/web.yaml': config('web', '1'), 'old/db/db.yaml': config('db', '1') });
    write({ 'new/db/all.yaml': `${config('web', '1')}---\n${config('db', '1')}` });

    expect(plan('--before', 'old', '--after', 'new')).toMatchObject({ exitCode: 0 });
  });

  test('are not compared with one of themselves, of which all would be gone and new', () => {
    write({ ...old, 'old/prod/more/db.yaml': config('db', '1'), 'new.yaml': config('web', '2') });
    const folders = 'old has a folder for each environment (dev, prod), and';
    const remedy = 'is not like that: compare one environment with itself, such as';

    for (const words of [
      ['--before', 'old', '--after', 'old/prod'],
      ['--before', 'old/prod', '--after', './old/'],
    ]) {
      const { exitCode, stderr } = plan(...words);
      expect({ exitCode, stderr: stderr.replace('./old/', 'old') }).toEqual({
        exitCode: 1,
        stderr: `${folders} old/prod ${remedy} old/prod\n`,
      });
    }
    expect(plan('--before', 'old', '--after', 'new.yaml').stderr).toBe(`${folders} new.yaml ${remedy} old/dev\n`);
    expect(actions('--before', 'old/dev', '--after', 'old/prod')).toEqual(['db: create']);
  });

  test('may be new in a folder that had none', () => {
    commit({ 'dist/web.yaml': config('web', '1') });
    git('rm', '--quiet', 'dist/web.yaml');
    write({ 'dist/prod/web.yaml': config('web', '1'), 'dist/dev/web.yaml': config('web', '1') });

    expect(actions('--before', 'HEAD', '--after', 'dist')).toEqual([
      'dev web: create',
      'prod web: create',
      'web: orphan',
    ]);
  });

  test('may all be new, or all be gone', () => {
    write({ ...old, 'none/empty.yaml': '' });

    expect(actions('--before', 'none', '--after', 'old')).toEqual(['dev web: create', 'prod web: create']);
    expect(actions('--before', 'old', '--after', 'none')).toEqual(['dev web: orphan', 'prod web: orphan']);
  });

  test('can be chosen', () => {
    write({ ...old, 'new/prod/shop.yaml': config('web', '2'), 'new/dev/shop.yaml': config('web', '2') });

    expect(actions('--before', 'old', '--after', 'new', '--environment', 'dev')).toEqual(['dev web: update']);
    expect(plan('--before', 'old', '--after', 'new', '--environment', 'production').stderr).toBe(
      "--environment is 'production': use dev, prod\n",
    );
  });
});

describe('exit codes', () => {
  test.each([
    ['0: nothing changes', config('web', '1'), config('web', '1'), 0],
    ['0: nothing but the text changes', config('web', '1'), `# new\n${config('web', '1')}`, 0],
    ['2: something changes', config('web', '1'), config('web', '2'), 2],
    ['3: the API server will reject something', job('app:1'), job('app:2'), 3],
  ])('%s', (_title, before, after, exitCode) => {
    write({ 'old.yaml': before, 'new.yaml': after });

    expect(plan('--before', 'old.yaml', '--after', 'new.yaml')).toMatchObject({ exitCode, stderr: '' });
  });

  test('3 with --fail-on warning: something changes that somebody has to decide', () => {
    write({ 'old.yaml': config('web', '1'), 'new.yaml': config('db', '1') });
    const words = ['--before', 'old.yaml', '--after', 'new.yaml'];

    expect(plan(...words)).toMatchObject({ exitCode: 2 });
    expect(plan(...words, '--fail-on', 'error')).toMatchObject({ exitCode: 2 });
    expect(plan(...words, '--fail-on', 'warning')).toMatchObject({ exitCode: 3 });
  });
});

test.each([[['help']], [['help', 'plan']], [['plan', 'help']], [['plan', '--help']], [['--help']]])(
  '%j tells what can be written',
  (words) => {
    const { exitCode, stdout, stderr } = run(words, SURROUNDINGS);

    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(
      words.includes('plan') ? 'Usage: slipway plan [options]' : 'Usage: slipway check [options] <files or folders>',
    );
  },
);

describe('what can go wrong is said in a line', () => {
  test.each([
    [
      ['--before', 'nowhere'],
      "--before is 'nowhere', which is neither a file, a folder nor a commit here: see git branch",
    ],
    [['--before', 'HEAD:nowhere', '--after', 'dist'], "--before is 'HEAD:nowhere', but main@"],
    [['--path', 'nowhere', '--after', 'dist'], "--path is 'nowhere', which neither main@"],
    [
      ['--before', 'dist', '--render', 'cat dist/web.yaml'],
      "--before is 'dist', which is no commit: --render runs in a",
    ],
    [['--before', '-', '--after', '-'], '--before - and --after - would both read the standard input'],
    [['--after', 'dist', '--after', 'x'], "--after is there twice, as 'dist' and 'x': leave one out"],
    [['--render', ''], '--render is empty: write what it is to be, or leave it out'],
    [['--path='], '--path is empty: write'],
    [['--render', 'true'], 'no Kubernetes object found in either'],
    [['--kubernets', '1.33'], "Unknown option '--kubernets': see slipway plan --help"],
    [['--before'], "Option '--before <value>' argument missing: see slipway plan --help"],
    [['--show', 'all'], "--show is 'all': use no-effect"],
    [['--before', '--upload-pack=touch x'], "Option '--before' argument is ambiguous"],
    [['--before=--upload-pack=touch x'], "--before is '--upload-pack=touch x', which is neither"],
    [['--base', 'nowhere'], "--base is 'nowhere', which is no branch or commit here"],
    [['--before', 'HEAD', '--base', 'main'], '--before HEAD and --base main both say what was before: leave one out'],
    [['dist'], "plan does not know what 'dist' is: write --before dist, or --after"],
    [['--apply', 'both'], "--apply is 'both': use either, server, client"],
    [['--target', 'helm'], "--target is 'helm': use kubectl, kubectl-applyset, argocd, flux"],
    [['--assume', 'luck'], "--assume is 'luck': use pvc-bound=true"],
    [['--assume', 'job-started=maybe'], "--assume is 'job-started=maybe': use"],
    [
      ['--assume', 'pvc-bound=true', '--assume', 'pvc-bound=false'],
      "--assume is 'pvc-bound=true' and 'pvc-bound=false', which contradict each other: leave one out",
    ],
    [
      ['--assume', 'pvc-bound=data', '--assume', 'pvc-bound=no'],
      "--assume is 'pvc-bound=data' and 'pvc-bound=no', which contradict each other: leave one out",
    ],
    [
      ['--assume', 'volume-expansion', '--assume', 'volume-expansion=no'],
      "--assume is 'volume-expansion' and 'volume-expansion=no', which contradict each other: leave one out",
    ],
    [
      ['--after', 'dist', '--assume', 'pvc-bound=data,shop/cache'],
      "--assume is 'pvc-bound=data,shop/cache', but there is no claim data, shop/cache in main@",
    ],
    [['--kubernetes', '1.99'], "--kubernetes is '1.99', which is not a known minor version"],
    [['--format', 'html'], "--format is 'html': use text, markdown, json"],
    [['--fail-on', 'note'], "--fail-on is 'note': use error, warning"],
    [['--before', 'HEAD'], 'there is no cdk8s.yaml here that says how to render: name the new manifests with --after'],
    [['--before', 'HEAD', '--after', 'broken.yaml'], 'broken.yaml:2:'],
    [['--render', 'exit 3', '--after', 'HEAD'], 'exit 3 has failed (exit code 3) in a copy of main@'],
  ])('%j', (words, message) => {
    commit({ 'dist/web.yaml': config('web', '1'), 'broken.yaml': 'a: [\n' });
    const outcome = plan(...words);

    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' });
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a folder that is in no repository', () => {
    write({ 'dist/web.yaml': config('web', '1') });

    expect(plan('--after', 'dist').stderr).toBe(
      'there are no committed manifests to compare with (--before): this folder is in no git repository: name folders or files\n',
    );
    expect(plan('--before', 'v1', '--after', 'dist').stderr).toBe(
      "--before is 'v1', which is neither a file, a folder nor a commit here: this folder is in no git repository: name folders or files\n",
    );
  });

  test('a repository without a commit', () => {
    write({ 'dist/web.yaml': config('web', '1') });
    git('init', '--quiet');

    expect(plan('--after', 'dist').stderr).toBe(
      'there are no committed manifests to compare with (--before): nothing is committed here yet: commit it first, or name folders or files\n',
    );
  });

  test('a clone that has only the newest commits', () => {
    commit({ 'origin/dist/web.yaml': config('web', '1') });
    process.chdir('origin');
    commit({ 'dist/web.yaml': config('web', '1') });
    commit({ 'dist/web.yaml': config('web', '2') });
    process.chdir('..');
    git('clone', '--quiet', '--depth=1', `file://${join(folder, 'origin')}`, 'clone');
    process.chdir('clone');

    for (const words of [
      ['--base', 'topic'],
      ['--before', 'HEAD~1'],
    ])
      expect(plan(...words, '--after', 'dist').stderr).toContain('here: only the newest commits are here: git fetch');
  });

  test('a command that fails in a copy of a commit, of which a terminal obeys nothing', () => {
    const first = commit({ 'dist/web.yaml': config('web', '1') });
    const command = `printf '\\033[31mno chart\\033[0m\\033]0;title\\007\\n' >&2; exit 4`;

    expect(plan('--render', command).stderr).toMatch(
      new RegExp(
        `exit 4 has failed \\(exit code 4\\) in a copy of main@${first}, which has only the files of that commit:\\nno chart`,
      ),
    );
    expect(plan('--render', command).stderr).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  test('a program that fails, with what it says; nothing is left behind', () => {
    const app = `node -e "console.error('web: scale is wrong'); process.exit(1)"`;
    commit({ 'cdk8s.yaml': `app: ${JSON.stringify(app)}\n`, 'dist/web.yaml': config('web', '1') });
    const leftBefore = readdirSync(tmpdir()).filter((name) => name.startsWith('slipway-plan-'));

    expect(plan()).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${app} has failed (exit code 1):\nweb: scale is wrong\n`,
    });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('slipway-plan-'))).toEqual(leftBefore);
  });
});

function claim(name: string, namespace: string): string {
  return `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: ${name}${namespace} }\nspec: {}\n`;
}

function assumed(...answers: readonly string[]): string {
  return plan('--before', 'old.yaml', '--after', 'new.yaml', ...answers.flatMap((answer) => ['--assume', answer]))
    .stderr;
}

describe('what is said of claims', () => {
  test('may be said in several parts, and twice, of any claim of either side', () => {
    write({ 'old.yaml': claim('data', ', namespace: shop'), 'new.yaml': claim('cache', '') });

    expect(assumed('pvc-bound=shop/data', 'pvc-bound=cache,data')).toBe('');
    expect(assumed('pvc-bound=default/cache')).toBe('');
    expect(assumed('pvc-bound', 'pvc-bound=yes')).toBe('');
  });

  test('must be of a claim that there is', () => {
    write({ 'old.yaml': claim('data', ', namespace: shop'), 'new.yaml': config('web', '1') });

    expect(assumed('pvc-bound=data,web,other/data')).toBe(
      "--assume is 'pvc-bound=data,web,other/data', but there is no claim web, other/data in old.yaml or new.yaml: the claims are shop/data\n",
    );
  });
});

describe('two manifests of one object', () => {
  const remedy = 'remove one of the two';
  const alone = `${remedy}; or, if they are for different environments, plan the folder of each by itself`;

  test('are an error of the input that names both places, and no plan is made', () => {
    write({
      'old/web.yaml': config('web', '1'),
      'new/a.yaml': `${config('db', '1')}---\n${config('web', '2')}`,
      'new/b.yaml': `\n${config('web', '3')}`,
    });

    expect(plan('--before', 'old', '--after', 'new')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `new/b.yaml:2: ConfigMap shop/web is at new/a.yaml:6 too, and is not the same there: ${alone}\n`,
    });
  });

  test('in one file, and one of them without the namespace that kubectl uses', () => {
    const [one, other] = [config('web', '2', 'default'), config('web', '3').replace(', namespace: shop', '')];
    write({ 'old.yaml': config('web', '1', 'default'), 'new.yaml': `${header('prod')}${one}---\n${other}` });

    expect(plan('--before', 'old.yaml', '--after', 'new.yaml').stderr).toBe(
      `new.yaml:7: ConfigMap web is at new.yaml:2 too, and is not the same there: ${remedy}\n`,
    );
  });

  test('are none in the folders of two environments', () => {
    write({
      'old/prod/web.yaml': config('web', '1'),
      'old/test/web.yaml': config('web', '1'),
      'new/prod/web.yaml': config('web', '2'),
      'new/test/web.yaml': config('web', '3'),
    });

    expect(actions('--before', 'old', '--after', 'new')).toEqual(['prod web: update', 'test web: update']);
  });

  test('are none under two headers', () => {
    write({
      'old.yaml': config('db', '1'),
      'new/prod.yaml': `${header('prod')}${config('web', '2')}`,
      'new/test.yaml': `${header('test')}${config('web', '3')}`,
    });

    expect(actions('--before', 'old.yaml', '--after', 'new')).toContain('prod web: create');
  });

  test('may say the same, and were allowed to differ, since the last of them is what the cluster has', () => {
    write({
      'old.yaml': `${config('web', '1')}---\n${config('web', '2')}`,
      'new.yaml': `${config('web', '2')}---\n${config('web', '2')}`,
    });

    expect(plan('--before', 'old.yaml', '--after', 'new.yaml').exitCode).toBe(0);
  });
});
