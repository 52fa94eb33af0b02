import type { KubernetesObject } from '../../lib/manifest/kubernetes-object';
import { makePlan } from '../../lib/plan/make-plan';
import { jsonReport } from '../../lib/plan/report/json';
import { markdownReport } from '../../lib/plan/report/markdown';
import { textReport } from '../../lib/plan/report/text';

const OPTIONS = { apply: 'either', target: 'kubectl', kubernetes: '1.33', assume: {} } as const;

function set(...objects: readonly object[]) {
  return objects.map((object, index) => ({
    object: object as KubernetesObject,
    origin: { file: 'shop.yaml', document: index + 1 },
  }));
}

/** Every report of a change, in one text. */
function reports(before: object, after: object): string {
  const plans = [makePlan(set(before), set(after), OPTIONS)];
  const options = { before: 'old', after: 'new', colored: false, showNoEffect: true };
  return [jsonReport(plans), textReport(plans, options), markdownReport(plans, options)].join('\n');
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const OLD = 'ex4mple-0ld-value';
const NEW = 'ex4mple-n3w-value';

function secret(fields: object, metadata: object = {}) {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db', ...metadata }, ...fields };
}

function deployment(container: object) {
  const labels = { app: 'web' };
  const containers = [{ name: 'web', image: 'shop:1', ...container }];
  const template = { metadata: { labels }, spec: { containers } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: labels }, template },
  };
}

const LAST = 'kubectl.kubernetes.io/last-applied-configuration';

test.each<[string, (value: string) => object]>([
  ['the data of a Secret', (value) => secret({ data: { PASSWORD: base64(value) } })],
  ['its stringData', (value) => secret({ stringData: { 'config.ini': `password=${value}` } })],
  ['an immutable Secret, whose change is rejected', (value) => secret({ immutable: true, data: { A: base64(value) } })],
  ['an invalid Secret', (value) => secret({ data: { A: `${value}!` } })],
  ['what kubectl has noted of it', (value) => secret({}, { annotations: { [LAST]: `{"data":"${value}"}` } })],
  ['a variable that is called a password', (value) => deployment({ env: [{ name: 'DB_PASSWORD', value }] })],
  ['a URL with a password', (value) => deployment({ args: [`--db=postgres://shop:${value}@db/shop`] })],
  [
    'a key in a ConfigMap',
    (value) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { API_KEY: value } }),
  ],
  [
    'a key of a custom resource',
    (value) => ({ apiVersion: 'example.com/v1', kind: 'Shop', metadata: { name: 'a' }, spec: { apiKey: value } }),
  ],
])('%s is in no report, neither plain nor encoded nor hashed', (_title, object) => {
  const text = reports(object(OLD), object(NEW));

  expect(text).toContain('hidden');
  for (const value of [OLD, NEW]) {
    expect(text).not.toContain(value);
    expect(text).not.toContain(base64(value));
    expect(text).not.toContain(base64(base64(value)));
  }
});

test('that a value has changed, is empty or is new can be told', () => {
  const before = secret({ data: { A: base64(OLD), B: base64(OLD), C: '' } });
  const after = secret({ data: { A: base64(NEW), B: base64(OLD), C: base64(NEW), D: '' } });
  const [change] = makePlan(set(before), set(after), OPTIONS).changes;

  expect(change!.fields).toEqual([
    { path: 'data.A', before: '(hidden)', after: '(hidden, another one)' },
    { path: 'data.C', before: '', after: '(hidden, another one)' },
    { path: 'data.D', after: '' },
  ]);
});

test('equal secrets of different objects look no more alike than others', () => {
  const text = reports(
    secret({ data: { A: base64(OLD), B: base64(NEW) } }),
    secret({ data: { A: base64(NEW), B: base64(OLD) } }),
  );

  expect(new Set(text.match(/\(hidden[^)]*\)/g))).toEqual(new Set(['(hidden)', '(hidden, another one)']));
});
