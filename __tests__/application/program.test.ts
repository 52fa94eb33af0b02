import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, type Check, type Finding, Program, type ProgramProps, SynthesisError, Worker } from '../../lib';
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
  const every: Required<ProgramProps> = { outdir: join(folder, 'rendered'), checks: [oneWorker('warning')] };
  const program = shopWith(every);
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  const told = jest.spyOn(console, 'log').mockImplementation(() => {});
  program.synth();

  expect(readFileSync(join(folder, 'rendered/prod/shop.k8s.yaml'), 'utf8')).toBe(program.render().files[0]!.text);
  expect(said.mock.calls.join('\n')).toContain(
    'warning one-worker (prod)\n    Deployment shop/print: is a second worker',
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
