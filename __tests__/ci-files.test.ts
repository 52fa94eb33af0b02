import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './support/readme';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
}

const { jobs } = parse(readFileSync(join(ROOT, '.github', 'workflows', 'plan.yml'), 'utf8')) as {
  jobs: { plan: { steps: readonly Step[] } };
};
const gitlab = parse(readFileSync(join(ROOT, 'docs', 'gitlab-plan.yml'), 'utf8')) as {
  plan: { script: readonly string[] };
};

const MARKER = '<!-- slipway-plan -->';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-ci-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command that notes how it was called, and then does something. */
function fake(command: string, does: string): void {
  const path = join(folder, command);
  writeFileSync(path, `#!/usr/bin/env bash\necho "${command} $*" >> "${join(folder, 'calls')}"\n${does}\n`);
  chmodSync(path, 0o755);
}

function bash(script: string, env: Readonly<Record<string, string>>): { status: number | null; calls: string } {
  const { status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    env: { PATH: [folder, process.env.PATH].join(delimiter), ...env },
  });
  return { status, calls: readFileSync(join(folder, 'calls'), 'utf8') };
}

function stepOf(name: string): string {
  return jobs.plan.steps.find((step) => step.name === name)!.run!;
}

const GITHUB = { GITHUB_REPOSITORY: 'acme/shop', NUMBER: '7', GITHUB_BASE_REF: 'main' };
const COMMENTS = 'repos/acme/shop/issues/7/comments';

describe('.github/workflows/plan.yml', () => {
  test.each([
    [0, 0],
    [2, 0],
    [3, 0],
    [1, 1],
    [137, 1],
  ])('a plan that ends with %d ends the step with %d, and is kept', (plan, step) => {
    fake('npx', `echo "${MARKER}"; exit ${plan}`);
    const [summary, output] = [join(folder, 'summary'), join(folder, 'output')];
    const { status, calls } = bash(stepOf('plan'), { ...GITHUB, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output });

    expect(status).toBe(step);
    expect(calls).toBe('npx slipway plan --base origin/main --format markdown\n');
    expect(readFileSync(summary, 'utf8')).toBe(`${MARKER}\n`);
    expect(readFileSync(output, 'utf8')).toBe(`status=${plan}\n`);
  });

  test('a plan that fails replaces the one before, with where to look', () => {
    fake('npx', 'exit 1');
    const env = { ...GITHUB, RUN: 'https://github.com/acme/shop/actions/runs/9', GITHUB_OUTPUT: '/dev/null' };
    const { status } = bash(stepOf('plan'), { ...env, GITHUB_STEP_SUMMARY: join(folder, 'summary') });

    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'plan.md'), 'utf8')).toBe(
      `${MARKER}\n\n### There is no plan: it has failed\n\nSee [the log](https://github.com/acme/shop/actions/runs/9).\n`,
    );
    expect(jobs.plan.steps.find(({ name }) => name === 'comment')!.if).toMatch(/^!cancelled\(\) && /);
  });

  test('the first plan of a pull request is a new comment', () => {
    fake('gh', '');
    const { status, calls } = bash(stepOf('comment'), GITHUB);

    expect(status).toBe(0);
    expect(calls.split('\n')[1]).toBe(`gh api --method POST ${COMMENTS} --field body=@plan.md --silent`);
  });

  test('a later one replaces it', () => {
    fake('gh', 'case "$*" in *paginate*) echo 41; echo 42;; esac');
    const { status, calls } = bash(stepOf('comment'), GITHUB);

    expect(status).toBe(0);
    expect(calls.split('\n')[1]).toBe(
      'gh api --method PATCH repos/acme/shop/issues/comments/41 --field body=@plan.md --silent',
    );
  });
});

describe('docs/gitlab-plan.yml', () => {
  const script = gitlab.plan.script[1]!;
  const env = {
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_API_V4_URL: 'https://gitlab.example.com/api/v4',
    CI_MERGE_REQUEST_PROJECT_ID: '5',
    CI_JOB_URL: 'https://gitlab.example.com/acme/shop/-/jobs/9',
    CI_MERGE_REQUEST_IID: '7',
    SLIPWAY_TOKEN: '$',
  };
  const notes = 'https://gitlab.example.com/api/v4/projects/5/merge_requests/7/notes';

  test.each([
    ['no note yet', '[{ "id": 1, "body": "hello" }]', `POST`, notes],
    ['a note already', `[{ "id": 8, "body": "${MARKER} old" }]`, `PUT`, `${notes}/8`],
  ])('with %s', (_title, found, method, url) => {
    fake('npx', `echo "${MARKER}"; exit 2`);
    fake('curl', `case "$*" in *per_page*) echo '${found}';; esac`);
    const { status, calls } = bash(script, env);

    expect(status).toBe(0);
    expect(calls.split('\n')[2]).toMatch(new RegExp(`--request ${method} .* --form body=<plan.md ${url}$`));
  });

  test('with a note of which many others are in front', () => {
    const others = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ id, body: 'hello' })));
    const pages = `*page=1) echo '${others}';; *page=2) echo '[{ "id": 108, "body": "${MARKER} old" }]';;`;
    fake('npx', `echo "${MARKER}"; exit 2`);
    fake('curl', `case "$*" in ${pages} esac`);
    const { status, calls } = bash(script, env);

    expect(status).toBe(0);
    expect(calls.trim().split('\n').at(-1)).toMatch(new RegExp(`--request PUT .* ${notes}/108$`));
  });

  test('without a token, as in a fork, there is no note, and the job goes on', () => {
    fake('npx', `echo "${MARKER}"; exit 2`);
    fake('curl', 'exit 22');

    expect(bash(script, { ...env, SLIPWAY_TOKEN: '' })).toEqual({
      status: 0,
      calls: 'npx slipway plan --base origin/main --format markdown\n',
    });
  });

  test.each([
    ['an input that can not be read', 1],
    ['a rejection', 3],
  ])('%s fails the job, after the note was written', (_title, plan) => {
    fake('npx', `exit ${plan}`);
    fake('curl', 'case "$*" in *per_page*) echo "[]";; esac');
    const outcome = bash(script, env);

    expect(outcome.status).toBe(1);
    expect(outcome.calls.trim().split('\n')).toHaveLength(3);
    expect(readFileSync(join(folder, 'plan.md'), 'utf8')).toContain(`See [the log](${env.CI_JOB_URL}).`);
  });
});
