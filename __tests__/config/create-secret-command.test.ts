import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, Credentials, Program } from '../../lib';
import { createSecretCommand } from '../../lib/config/create-secret-command';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  copyFileSync(join(__dirname, 'fake-kubectl.sh'), join(folder, 'kubectl'));
  chmodSync(join(folder, 'kubectl'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What kubectl gets when a command is pasted into bash. */
function run(command: string): readonly string[] {
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
  return execFileSync('bash', ['-c', command], { env, encoding: 'utf8' }).trimEnd().split('\n');
}

function commandFor(context?: string): string {
  const program = new Program();
  const shop = new Application(program, 'shop', { name: 'prod', kubernetes: '1.33', context });
  Credentials.fromExistingSecret(shop, 'shop-credentials', ['DB_PASSWORD', 'api.key']);
  return program.render().environments[0]!.instructions[0]!.command;
}

test('the printed command creates the Secret with random values', () => {
  expect(commandFor('prod-eu')).toBe(
    [
      'kubectl --context prod-eu --namespace shop create secret generic shop-credentials \\',
      String.raw`  --from-file=DB_PASSWORD=<(openssl rand -hex 32 | tr -d '\n') \ `.trimEnd(),
      String.raw`  --from-file=api.key=<(openssl rand -hex 32 | tr -d '\n')`,
    ].join('\n'),
  );
});

test('in bash each value reaches kubectl through a pipe alone', () => {
  const [namespace, shop, create, secret, generic, name, ...values] = run(commandFor());

  expect([namespace, shop, create, secret, generic, name]).toEqual([
    '--namespace',
    'shop',
    'create',
    'secret',
    'generic',
    'shop-credentials',
  ]);
  expect(values).toEqual([
    expect.stringMatching(/^--from-file=DB_PASSWORD pipe [0-9a-f]{64}$/),
    expect.stringMatching(/^--from-file=api\.key pipe [0-9a-f]{64}$/),
  ]);
  expect(values[0]!.slice(-64)).not.toBe(values[1]!.slice(-64));
});

test('a context with spaces or signs of the shell stays one word', () => {
  const context = `Anna's $(touch pwned) cluster`;

  expect(run(createSecretCommand('token', ['A'], 'shop', context)).slice(0, 2)).toEqual(['--context', context]);
});

test('a context as clouds name them needs no quotes', () => {
  const context = 'arn:aws:eks:eu-central-1:111122223333:cluster/shop';

  expect(createSecretCommand('token', ['A'], 'shop', context)).toMatch(
    /^kubectl --context arn:aws:eks:.*cluster\/shop --namespace/,
  );
});
