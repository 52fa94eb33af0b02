import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../lib/cli/run';
import { RULES } from '../../lib/policy/registry';
import { ROOT } from '../support/readme';

const HEADER = '# slipway: application=shop environment=prod kubernetes=1.33 preset=production pod-security=baseline\n';
const SECRET = `apiVersion: v1
kind: Secret
metadata:
  name: token
  namespace: shop
stringData:
  TOKEN: not-a-real-value
`;
const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`;
const ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
  namespace: shop
  annotations:
    slipway.dev/acknowledge: '[{"rule": "no-wildcard-role", "reason": "it is an operator"}]'
rules:
- { apiGroups: [""], resources: [pods], verbs: ["*"] }
`;
const SOME = new Set([
  'no-secret-values',
  'no-wildcard-role',
  'namespace-enforces-pod-security',
  'no-duplicate-object',
  'run-as-non-root',
  'no-privileged-container',
]);
const SURROUNDINGS = { today: '2026-11-22', colored: false, rules: RULES.filter(({ id }) => SOME.has(id)) };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files and judges them. */
function check(files: Readonly<Record<string, string>>, ...options: string[]) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const outcome = run(['check', folder, ...options], SURROUNDINGS);
  const clean = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return { ...outcome, stdout: clean(outcome.stdout), stderr: clean(outcome.stderr) };
}

test('tells what, where, why and what to do, and sums up', () => {
  expect(check({ 'prod/a.yaml': HEADER + SECRET, 'prod/b.yaml': `${HEADER}${ROLE}`, 'values.yaml': 'a: b\n' })).toEqual(
    {
      exitCode: 2,
      stderr: '',
      stdout: `prod/a.yaml
  Secret shop/token
    error no-secret-values
      line 7: stringData: the Secret has values, with the key TOKEN
      why: The manifests are committed: whoever reads the repository, its forks or a log of the pipeline reads the values.
      fix: refer to a Secret that exists in the cluster, with Credentials.fromExistingSecret, and create it there

1 error in 2 objects of 2 files (prod 1.33); 1 acknowledged; 1 file without Kubernetes objects
`,
    },
  );
});

test('a warning alone is exit code 0', () => {
  const { exitCode, stdout } = check({ 'a.yaml': NAMESPACE });

  expect(exitCode).toBe(0);
  expect(stdout).toContain('warning namespace-enforces-pod-security\n      line 3: metadata.labels: it has no label');
  expect(stdout).toMatch(/1 warning in 1 object of 1 file \(no environment 1\.\d+\)\n$/);
});

test('colors are for terminals only, and what a manifest has in it can not reach one', () => {
  const evil = SECRET.replace('TOKEN', String.raw`"\e[2J\u202E\u200B"`);
  writeFileSync(join(folder, 'a.yaml'), evil);
  const plain = run(['check', folder], SURROUNDINGS).stdout;
  const colored = run(['check', folder], { ...SURROUNDINGS, colored: true }).stdout;

  expect(plain).toContain(String.raw`the key \u001b[2J\u202e\u200b`);
  for (const character of ['\u001B', '\u202E', '\u200B']) expect(plain).not.toContain(character);
  expect(colored).toContain('\u001B[31merror\u001B[0m no-secret-values');
});

test('files of one environment are judged together, those of others apart, and each for its clusters', () => {
  const dev = HEADER.replace('prod', 'dev').replace('production', 'development').replace('1.33', '1.30');
  const { stdout } = check(
    {
      'prod/a.yaml': HEADER + NAMESPACE,
      'prod/b.yaml': HEADER + NAMESPACE,
      'dev/a.yaml': dev + NAMESPACE,
      'c.yaml': NAMESPACE,
    },
    '--format',
    'json',
  );
  const { environments } = JSON.parse(stdout) as {
    environments: { environment?: string; target: object; files: string[]; findings: { rule: string }[] }[];
  };

  expect(
    environments.map(({ environment, target, files, findings }) => ({
      environment,
      target,
      files,
      rules: findings.map(({ rule }) => rule).filter((rule) => rule.includes('duplicate')),
    })),
  ).toEqual([
    {
      environment: undefined,
      target: expect.objectContaining({ preset: 'production', podSecurity: 'restricted' }),
      files: ['c.yaml'],
      rules: [],
    },
    {
      environment: 'dev',
      target: expect.objectContaining({ kubernetes: '1.30', preset: 'development' }),
      files: ['dev/a.yaml'],
      rules: [],
    },
    {
      environment: 'prod',
      target: expect.objectContaining({ kubernetes: '1.33', podSecurity: 'baseline' }),
      files: ['prod/a.yaml', 'prod/b.yaml'],
      rules: ['no-duplicate-object'],
    },
  ]);
});

test('options win over headers', () => {
  const { stdout } = check(
    { 'a.yaml': HEADER + NAMESPACE },
    '--kubernetes=1.36',
    '--preset=development',
    '--format=json',
  );

  expect(JSON.parse(stdout)).toMatchObject({
    environments: [
      { environment: 'prod', target: { kubernetes: '1.36', preset: 'development', podSecurity: 'baseline' } },
    ],
  });
});

const POD = (more: string): string => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  automountServiceAccountToken: false
  containers: [{ name: web, image: "shop:1", securityContext: { ${more} } }]
`;

const of = (text: string, ...options: string[]) => check({ 'a.yaml': text }, ...options);

test("without a level, what only 'restricted' forbids is a warning, what 'baseline' forbids an error", () => {
  expect(of(POD('')).exitCode).toBe(0);
  expect(of(POD('')).stdout).toContain('warning run-as-non-root');
  expect(of(POD('')).stdout).not.toContain('    error');
  expect(of(POD('privileged: true')).stdout).toContain('error no-privileged-container');
  expect(of(POD(''), '--pod-security=restricted').stdout).toContain('error run-as-non-root');
});

test('JSON has the lines, the summary and what is acknowledged', () => {
  const report = JSON.parse(check({ 'a.yaml': `${HEADER}${ROLE}---\n${SECRET}` }, '--format', 'json').stdout) as object;

  expect(report).toMatchObject({
    format: 'slipway.check/v1',
    summary: { files: 1, objects: 2, errors: 1, warnings: 0, notes: 0, acknowledged: 1 },
    environments: [
      {
        findings: [{ rule: 'no-secret-values', origin: { file: 'a.yaml', document: 2, line: 17 }, path: 'stringData' }],
        acknowledged: [
          { rule: 'no-wildcard-role', origin: { line: 10 }, acknowledgement: { reason: 'it is an operator' } },
        ],
      },
    ],
  });
});

test('SARIF has a rule, a level, a place and a fingerprint for each result', () => {
  const { stdout } = check({ 'my folder/a.yaml': `${HEADER}${ROLE}---\n${SECRET}` }, '--format', 'sarif');
  const { version, runs } = JSON.parse(stdout) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleIndex: number; ruleId: string }[] }[];
  };
  const [{ tool, results }] = runs as [(typeof runs)[0]];

  expect(version).toBe('2.1.0');
  expect(results).toMatchObject([
    {
      ruleId: 'no-secret-values',
      level: 'error',
      message: { text: expect.stringMatching(/^Secret shop\/token: stringData: the Secret has values/) },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'my%20folder/a.yaml' }, region: { startLine: 17 } },
          logicalLocations: [{ fullyQualifiedName: 'Secret shop/token stringData', kind: 'resource' }],
        },
      ],
      partialFingerprints: { 'slipway/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    },
    { ruleId: 'no-wildcard-role', suppressions: [{ kind: 'inSource', justification: 'it is an operator' }] },
  ]);
  for (const { ruleIndex, ruleId } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
});

test('SARIF tells a file from the folder that the command runs in, however it was named', () => {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/a.yaml'), `${HEADER}${SECRET}`);
  const [first, ...others] = ['', '/dist', '/dist/a.yaml', '/./dist//a.yaml'].map((path) => {
    const { stdout } = run(['check', `${folder}${path}`, '--format', 'sarif'], { ...SURROUNDINGS, folder });
    return (JSON.parse(stdout) as { runs: { results: unknown[] }[] }).runs[0]!.results[0];
  });

  expect(first).toMatchObject({ locations: [{ physicalLocation: { artifactLocation: { uri: 'dist/a.yaml' } } }] });
  for (const other of others) expect(other).toEqual(first);
});

test.each([
  [['check'], 'check needs files or folders: write slipway check <files or folders>'],
  [['judge', 'a'], "there is no command 'judge': write slipway check <files>"],
  [['check', 'a', '--format', 'xml'], "--format is 'xml': use text, json, sarif"],
  [
    ['check', 'a', '--kubernetes', 'latest'],
    "--kubernetes is 'latest', which is not a known minor version: use one from 1.28 to ",
  ],
  [['check', 'a', '--pod-security', 'strict'], "--pod-security is 'strict': use privileged, baseline, restricted"],
  [['check', 'a', '--external', 'tls'], "--external is 'tls': write kind/name or kind/namespace/name"],
  [
    ['check', 'a', '--external', 'secret/tls'],
    "--external is 'secret/tls': write kind/name or kind/namespace/name with the kind as in manifests, such as Secret/tls",
  ],
  [['check', 'a', '--external', 'Secret/tls=a,,b'], "--external is 'Secret/tls=a,,b': write kind/name"],
  [['check', 'a', '--forse'], "Unknown option '--forse': see slipway --help"],
  [['check', '/nowhere.yaml'], 'cannot read /nowhere.yaml: there is none'],
])('fails with exit code 1 and a remedy: %j', (words, message) => {
  const { exitCode, stdout, stderr } = run(words, SURROUNDINGS);

  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('fails when there is nothing to judge', () => {
  expect(check({ 'a.yaml': '# nothing\n' })).toMatchObject({
    exitCode: 1,
    stderr: '.: no Kubernetes object found: name other files\n',
  });
});

test('fails when the standard input has nothing to judge', () => {
  expect(slipway(['check', '-'])).toMatchObject({
    status: 1,
    stderr: 'the standard input: no Kubernetes object found: name other files\n',
  });
});

/** The command as people run it, from the sources. */
function slipway(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, 'bin/slipway.js'), ...args], { cwd: ROOT, encoding: 'utf8', input });
}

test('the command reads the standard input, and works without a build', () => {
  const { status, stdout, stderr } = slipway(['check', '-'], SECRET);

  expect(stderr).toBe('');
  expect(stdout).toContain('stdin\n  Secret shop/token');
  expect(status).toBe(2);
});

test('the rendered files of the default program have no finding; their headers name what lives elsewhere', () => {
  const { status, stdout } = slipway(['check', 'dist']);

  expect(stdout).toMatch(/^nothing found in \d+ objects of 3 files \(dev 1\.\d+, prod 1\.\d+, test 1\.\d+\)\n$/);
  expect(status).toBe(0);
});

test('definitions of custom resources are given with --crd', () => {
  const crds = join(ROOT, '__tests__/cluster/fixtures/crds');
  const route =
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: a }\nspec: { hostnamez: [] }\n';
  const { status, stdout } = slipway(['check', '-', '--crd', crds], route);

  expect(stdout).toContain('spec.hostnamez: unknown field: did you mean "hostnames"?');
  expect(status).toBe(2);
});

test('the command shows its version and its options', () => {
  expect(slipway(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(slipway(['--help']).stdout).toContain('Usage: slipway check [options] <files or folders>');
});

test('hostile input ends with one line, and no stack', () => {
  const { status, stderr } = slipway(['check', '-'], '['.repeat(1_000_000));

  expect(status).toBe(1);
  expect(stderr).toMatch(/^stdin:1: has maps or lists more than 250 levels inside each other: .*\n$/);
});
