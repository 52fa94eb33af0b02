import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Application, patch, Program } from '../../lib';
import { filesOf, mistakesOf, refusalOf } from '../support/program';
import { LAX } from '../support/render';

/** A chart as cdk8s users have it. */
class Legacy extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'legacy', disableResourceNameHashes: true });
    const web = new kplus.Deployment(this, 'web', { containers: [{ image: 'nginx:1.29', portNumber: 8080 }] });
    web.exposeViaService({ name: 'web' });
    new kplus.Namespace(this, 'space', { metadata: { name: 'legacy' } });
  }
}

test('a chart of cdk8s is rendered beside the applications, in order', () => {
  const program = new Program();
  new Application(program, 'shop', LAX);
  new Legacy(program.environment(LAX), 'legacy');
  const files = filesOf(program);

  expect(Object.keys(files)).toEqual(['prod/shop.k8s.yaml', 'prod/legacy.k8s.yaml']);
  expect(files['prod/legacy.k8s.yaml']!.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Namespace legacy',
    'Service web',
    'Deployment prod-legacy-web',
  ]);
});

test('a chart of cdk8s can be patched without losing a field', () => {
  const program = new Program();
  const chart = new Chart(program.environment(LAX), 'legacy');
  const web = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx:1.29' }] });
  patch(web, 'Deployment', JsonPatch.replace('/spec/template/spec/containers/0/resources/limits/memory', '1Gi'));

  expect(filesOf(program)['prod/legacy.k8s.yaml']![0]).toMatchObject({
    spec: { template: { spec: { containers: [{ resources: { limits: { memory: '1Gi' } } }] } } },
  });
});

test('fails when a chart of cdk8s has what the gate refuses', () => {
  const program = new Program();
  new kplus.Secret(new Chart(program.environment(LAX), 'legacy'), 'token', { stringData: { TOKEN: 's3cret' } });
  const refusal = refusalOf(program);

  expect(refusal.findings).toMatchObject([{ rule: 'no-secret-values', path: 'stringData' }]);
  expect(refusal.message).not.toContain('s3cret');
});

test('fails when an own object has one name in a chart and an application', () => {
  const program = new Program();
  new Application(program, 'legacy', LAX);
  const scope = new Construct(program.environment(LAX), 'old');
  new ApiObject(new Chart(scope, 'old'), 'space', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'legacy' },
  });

  expect(refusalOf(program).message).toContain('Namespace legacy: is there twice: also from prod/legacy/namespace');
});

test('fails when a chart is in the program but no environment', () => {
  const program = new Program();
  new Legacy(program, 'legacy');

  expect(mistakesOf(program)).toEqual([': legacy: is in no environment: create it in program.environment(…)']);
});

test('fails when two charts would be written to one file', () => {
  const program = new Program();
  for (const id of ['a', 'b']) new Chart(new Construct(program.environment(LAX), id), 'web');

  expect(mistakesOf(program)).toEqual([
    `prod: web: is the id of two charts (prod/a/web, prod/b/web), and both would be written to web.k8s.yaml: rename one`,
  ]);
});

test('fails when the id of a chart is no file name', () => {
  const program = new Program();
  new Chart(program.environment(LAX), 'old web');

  expect(mistakesOf(program)).toEqual([
    `prod: old web: is no file name: call the chart by letters, digits, '-', '_' and '.'`,
  ]);
});
