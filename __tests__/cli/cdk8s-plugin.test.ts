import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Gate } from '../../lib/cli/cdk8s-plugin';
import { ROOT } from '../support/readme';

/** A program as users of cdk8s-plus have it. */
const PROGRAM = (image: string): string => `
const { App, Chart } = require(${JSON.stringify(join(ROOT, 'node_modules/cdk8s'))});
const kplus = require(${JSON.stringify(join(ROOT, 'node_modules/cdk8s-plus-28'))});
const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop', disableResourceNameHashes: true });
new kplus.Deployment(chart, 'web', {
  containers: [{ image: '${image}', portNumber: 8080, envVariables: { MODE: kplus.EnvValue.fromValue('fast') } }],
});
if ('${image}' === 'leak') new kplus.Secret(chart, 'token', { stringData: { TOKEN: 'not-a-real-value' } });
app.synth();
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-plugin-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function synth(image: string, properties: object): { status: number | null; output: string } {
  writeFileSync(join(folder, 'main.js'), PROGRAM(image));
  const validation = { package: join(ROOT, 'bin/cdk8s-plugin.js'), version: '0.1.0', class: 'Gate', properties };
  const config = { language: 'typescript', app: 'node main.js', output: 'dist', validations: [validation] };
  writeFileSync(join(folder, 'cdk8s.yaml'), JSON.stringify(config));
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require ${join(ROOT, '__tests__/support/offline.cjs')}`,
    NO_COLOR: '1',
  };
  const cli = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'synth', '--check-upgrade=false'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { status, output: stdout + stderr };
}

test('cdk8s synth fails when a stock program breaks a rule, with the construct, the place and the remedy', () => {
  const { status, output } = synth('leak', { kubernetes: '1.33', podSecurity: 'privileged' });

  expect(output).toContain('no-secret-values');
  expect(output).toContain('Construct Path: shop/token/Resource');
  expect(output).toMatch(/line \d+: Secret shop\/shop-token: stringData: the Secret has values, with the key TOKEN/);
  expect(output).toContain('How to fix: refer to a Secret that exists in the cluster');
  expect(output).not.toContain('not-a-real-value');
  expect(status).toBe(2);
}, 60_000);

test('cdk8s synth goes on when there are warnings only, and shows them', () => {
  const { status, output } = synth('ghcr.io/acme/shop:1.4.2', { podSecurity: 'privileged', preset: 'development' });

  expect(output).toContain('Validations ended succesfully');
  expect(output).toMatch(/warnings? in 1 object/);
  expect(status).toBe(0);
}, 60_000);

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('definitions of custom resources are given with the property crds', async () => {
  const schema = 'openAPIV3Schema: { type: object, properties: { spec: { type: object, required: [size] } } }';
  const crds = write(
    'crds.yaml',
    `{ apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: { name: webs.example.com }, spec: { group: example.com, names: { kind: Web }, versions: [{ name: v1, served: true, schema: { ${schema} } }] } }\n`,
  );
  const manifest = write('web.yaml', '{ apiVersion: example.com/v1, kind: Web, metadata: { name: web }, spec: {} }\n');
  const addViolation = jest.fn();
  const report = { addViolation, submit: jest.fn() };
  await new Gate({ crds: [crds] }).validate({ manifests: [manifest], report, logger: { log: jest.fn() } });

  expect(addViolation.mock.calls).toMatchObject([
    [
      {
        ruleName: 'valid-custom-resource',
        violatingResources: [{ resourceName: 'web', locations: ['line 1: Web web: spec.size: is required'] }],
      },
    ],
  ]);
});

test('fails when a property is not known, or can not have its value', () => {
  expect(() => new Gate({ kubernets: '1.33' } as object)).toThrow(
    "the property 'kubernets' is not known: use kubernetes, podSecurity, preset, external and crds",
  );
  expect(() => new Gate({ kubernetes: '1.12' })).toThrow("--kubernetes is '1.12', which is not a known minor version");
  expect(() => new Gate({ external: ['tls'] })).toThrow("--external is 'tls': write kind/name");
  expect(() => new Gate({ crds: 'crds' } as object)).toThrow(
    "the property 'crds' is crds, which is no list: write [crds]",
  );
});
