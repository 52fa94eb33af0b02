import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  acknowledge,
  Application,
  type Check,
  type Finding,
  Program,
  type ProgramProps,
  type Rule,
  SynthesisError,
  WARNING,
  Worker,
} from '../../lib';
import { run } from '../../lib/cli/run';
import { teamLabel } from '../samples/team-label';
import { mistakesOf, refusalOf } from '../support/program';
import { failure, PROD } from '../support/render';

const image = 'ghcr.io/acme/shop:1.4.2';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'program-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A check of a team that runs one worker at most. */
const oneWorker =
  (severity: Finding['severity']): Check =>
  (resources) =>
    resources
      .filter(({ object }) => object.kind === 'Deployment')
      .slice(1)
      .map(({ object, origin }) => ({
        rule: 'one-worker',
        severity,
        message: 'is a second worker',
        why: 'The queue has one consumer.',
        remedy: 'remove it',
        resource: { group: 'apps', kind: object.kind, namespace: 'shop', name: object.metadata.name },
        origin,
      }));

function shopWith(props: ProgramProps): Program {
  const program = new Program(props);
  const shop = new Application(program, 'shop', PROD);
  for (const id of ['mail', 'print']) new Worker(shop, id, { image, user: 1000 });
  return program;
}

test('every prop of a program: where it writes, what it checks', () => {
  const every: Required<ProgramProps> = {
    outdir: join(folder, 'rendered'),
    rules: [{ ...teamLabel, severity: WARNING }],
    checks: [oneWorker('warning')],
  };
  const program = shopWith(every);
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  const told = jest.spyOn(console, 'log').mockImplementation(() => {});
  program.synth();

  expect(readFileSync(join(folder, 'rendered/prod/shop.k8s.yaml'), 'utf8')).toBe(program.render().files[0]!.text);
  expect(said.mock.calls.join('\n')).toContain(
    'warning one-worker (prod)\n    Deployment shop/print: is a second worker',
  );
  expect(said.mock.calls.join('\n')).toContain(
    'warning require-team-label (prod)\n    Deployment shop/mail: metadata.labels: has no team',
  );
  expect(told.mock.calls.join('\n')).toContain(`kubectl apply --server-side -f ${folder}/rendered/prod/`);
  jest.restoreAllMocks();
});

test('a warning of a check of your own is part of the rendering', () => {
  expect(shopWith({ checks: [oneWorker('warning')] }).render().findings).toMatchObject([
    { rule: 'one-worker', severity: 'warning', resource: { name: 'print' } },
  ]);
});

test('fails when a check of your own finds an error', () => {
  const error = failure(() => shopWith({ checks: [oneWorker('error')] }).render());

  expect(error).toBeInstanceOf(SynthesisError);
  expect((error as Error).message).toBe(
    `1 finding in the rendered objects, so nothing was written
  error one-worker (prod)
    Deployment shop/print: is a second worker
    why: The queue has one consumer.
    fix: remove it`,
  );
});

test('a check sees one environment at a time, with every object', () => {
  const seen: string[][] = [];
  const program = new Program({
    checks: [
      (resources) => (seen.push(resources.map(({ object, origin }) => `${object.kind} ${JSON.stringify(origin)}`)), []),
    ],
  });
  for (const name of ['dev', 'prod']) new Application(program, 'shop', { name, kubernetes: '1.33' });
  program.render();

  expect(seen).toEqual(
    ['dev', 'prod'].map((environment) => [
      `Namespace {"constructPath":"${environment}/shop/namespace","environment":"${environment}"}`,
    ]),
  );
});

test('a mistake shows in every environment that has it, once', () => {
  const program = new Program();
  for (const name of ['dev', 'test']) {
    new Worker(new Application(program, 'shop', { name, kubernetes: '1.33' }), 'mail', {
      image,
      user: 1000,
      scale: -1,
    });
  }

  expect((failure(() => program.render()) as Error).message).toBe(
    `1 mistake in the program, so nothing was written
  dev, test: mail: scale is -1: use a whole number, or { min, max, targetCpu }`,
  );
});

test('fails in synth with an exit code and without a file', () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  shopWith({ outdir: folder, checks: [oneWorker('error')] }).synth();

  expect(process.exitCode).toBe(2);
  expect(said.mock.calls.join('\n')).toMatch(/^1 finding in the rendered objects, so nothing was written/);
  process.exitCode = undefined;
  jest.restoreAllMocks();
});

test('fails when the environment of a chart is missing', () => {
  expect(failure(() => new Program().environment(undefined as never))).toMatchObject({
    message: `program: environment is undefined: give one, such as { name: 'prod', kubernetes: '1.33' }`,
  });
});

function programWith(rules: unknown, environment = PROD): { program: Program; worker: Worker } {
  const program = new Program({ outdir: folder, rules: rules as Rule[] });
  const shop = new Application(program, 'shop', environment);
  return { program, worker: new Worker(shop, 'mail', { image, user: 1000 }) };
}

describe('a rule of your own', () => {
  test('is judged by the preset, and listed with its id', () => {
    expect(refusalOf(programWith([teamLabel]).program).message).toBe(
      `1 finding in the rendered objects, so nothing was written
  error require-team-label (prod)
    Deployment shop/mail: metadata.labels: has no team
    why: Nobody knows whom to call.
    fix: set labels: { team: '…' } in the environment`,
    );
    const { program } = programWith([teamLabel], { ...PROD, name: 'dev', preset: 'development' });
    expect(program.render().findings).toMatchObject([{ rule: 'require-team-label', severity: 'warning' }]);
  });

  test('can be acknowledged, also for who reads the files', () => {
    const { program, worker } = programWith([teamLabel]);
    acknowledge(worker, 'require-team-label', { reason: 'it is on loan' });
    const silent = jest.spyOn(console, 'log').mockImplementation(() => {});
    const { findings, acknowledged, files } = program.render();
    program.synth();

    expect(findings.map(({ rule }) => rule)).not.toContain('require-team-label');
    expect(acknowledged).toMatchObject([{ rule: 'require-team-label', resource: { name: 'mail' } }]);
    expect(files[0]!.text.split('\n')[0]).toBe(
      '# slipway: application=shop environment=prod kubernetes=1.33 preset=production pod-security=restricted rule=require-team-label',
    );
    expect(run(['check', folder], { today: '2026-11-22', colored: false }).stdout).not.toContain('team-label');
    silent.mockRestore();
  });

  test.each([
    ['no list', 'team', 'rules is team, which is no list: write [rule]'],
    ['no rule', ['team'], 'rules[0] is team: write { id, severity, …, check }'],
    [
      'an id that is taken',
      [{ ...teamLabel, id: 'no-host-path' }],
      "rules[0] has the id 'no-host-path', which another rule has: choose another id",
    ],
    [
      'the same rule twice',
      [teamLabel, teamLabel],
      "rules[1] has the id 'require-team-label', which another rule has: choose another id",
    ],
    [
      'an id of other letters',
      [{ ...teamLabel, id: 'Team Label' }],
      "rules[0] has the id Team Label: write small letters, digits and '-', such as 'require-team-label'",
    ],
    [
      'no id',
      [{ ...teamLabel, id: undefined }],
      "rules[0] has the id undefined: write small letters, digits and '-', such as 'require-team-label'",
    ],
    [
      'one severity for all',
      [{ ...teamLabel, severity: 'error' }],
      "rules[0] ('require-team-label') has the severity undefined in development: write 'error', 'warning', 'note' or 'off'",
    ],
    [
      'no remedy',
      [{ ...teamLabel, remedy: '' }],
      "rules[0] ('require-team-label') has no remedy: say it in a few words",
    ],
    [
      'no check',
      [{ ...teamLabel, check: undefined }],
      "rules[0] ('require-team-label') has no check: write a function that returns violations",
    ],
  ])('fails when it is %s', (_, rules, problem) => {
    expect(mistakesOf(programWith(rules).program)).toEqual([`: ${problem}`]);
  });
});
