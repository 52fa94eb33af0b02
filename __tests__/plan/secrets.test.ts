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

/** Every report of a change of one object or of several, in one text. */
function reports(before: object | readonly object[], after: object | readonly object[]): string {
  const plans = [makePlan(set(...[before].flat()), set(...[after].flat()), OPTIONS)];
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

function config(data: object) {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data };
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
  ['a key in a ConfigMap', (value) => config({ API_KEY: value })],
  ['a line of YAML in a ConfigMap', (value) => config({ 'app.yaml': `server:\n  port: 80\n  apiKey: ${value}\n` })],
  [
    'a line of properties in a ConfigMap',
    (value) => config({ 'app.properties': `a=b\napp.client-secret = "${value}"` }),
  ],
  ['the only line of a file in a ConfigMap', (value) => config({ 'app.env': `API_TOKEN=${value}` })],
  [
    'a file in base64 in a ConfigMap',
    (value) => ({ ...config({}), binaryData: { 'app.yaml': base64(`apiKey: ${value}\n`) } }),
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

const file = (key: string, port: number) => config({ 'app.yaml': `port: ${port}\napiKey: ${key}\nhost: a\n` });

function fieldsOf(before: object, after: object) {
  return makePlan(set(before), set(after), OPTIONS).changes[0]!.fields;
}

test('what else is in a file with a secret can be told', () => {
  const path = 'data[app.yaml]';

  expect(fieldsOf(file(OLD, 80), file(OLD, 81))).toEqual([
    { path, before: 'port: 80\napiKey: (hidden)\nhost: a\n', after: 'port: 81\napiKey: (hidden)\nhost: a\n' },
  ]);
  expect(fieldsOf(file(OLD, 80), file(NEW, 80))).toEqual([
    {
      path,
      before: 'port: 80\napiKey: (hidden)\nhost: a\n',
      after: 'port: 80\napiKey: (hidden, another one)\nhost: a\n',
    },
  ]);
});

const LONG_OLD = 'ex4mple'.repeat(12);
const LONG_NEW = 'n3w-one'.repeat(12);

describe.each([
  ['data', (value: string) => secret({ data: { A: base64(value) } })],
  ['stringData', (value: string) => secret({ stringData: { A: value } })],
])('what a Secret has in its %s', (_field, secretWith) => {
  test.each<[string, (value: string) => object]>([
    ['a variable of a harmless name', (value) => deployment({ env: [{ name: 'GREETING', value }] })],
    ['a part of an argument', (value) => deployment({ args: [`--greeting=${value},now`] })],
    ['a text of a ConfigMap', (value) => config({ greeting: `hello ${value}` })],
    ['a text in base64', (value) => config({ greeting: base64(value) })],
    ['a value that is refused', (value) => deployment({ imagePullPolicy: value })],
    ['a value that is refused, and is cut', (value) => deployment({ workingDir: [value] })],
    ['a name that is refused', (value) => deployment({ ports: [{ name: `${value}_`, containerPort: 80 }] })],
    ['a path that is refused', (value) => deployment({ volumeMounts: [{ name: value, mountPath: '/a' }] })],
    ['a label', (value) => ({ ...config({}), metadata: { name: 'web', annotations: { greeting: value } } })],
  ])('is in no report, where %s has it too', (_title, object) => {
    for (const [old, young] of [
      [OLD, NEW],
      [LONG_OLD, LONG_NEW],
    ] as const) {
      const both = [
        reports([secretWith(old), object(old)], [secretWith(young), object(young)]),
        reports([secretWith(old)], [secretWith(old), object(old)]),
        reports([object(old), secretWith(young)], [object(young), secretWith(old)]),
        reports([object(old), secretWith(old)], []),
      ];
      for (const text of both) {
        for (const value of [old, young]) {
          expect(text).not.toContain(value.slice(0, 16));
          expect(text).not.toContain(base64(value).slice(0, 16));
        }
      }
    }
  });
});

const variable = (value: string) => deployment({ env: [{ name: 'GREETING', value: `hello ${value}` }] });

test('a value that only Secrets hide still differs', () => {
  const change = makePlan(
    set(secret({ data: { A: base64(OLD) } }), variable(OLD)),
    set(secret({ data: { A: base64(NEW) } }), variable(NEW)),
    OPTIONS,
  ).changes.find(({ id }) => id.kind === 'Deployment')!;

  expect(change.reason).toBe('env GREETING hello (hidden) → hello (hidden, another one)');
});

test('a value of a Secret that is a name elsewhere, or is short, leaves names alone', () => {
  const values = secret({ stringData: { USER: 'shop', NAME: 'web', DATABASE: 'db', PORT: '1' } });
  const [change] = makePlan(
    set(values, deployment({ image: 'shop:1' })),
    set(values, deployment({ image: 'shop:2' })),
    OPTIONS,
  ).changes;

  expect(change!.reason).toBe('image of web 1 → 2');
  expect(change!.findings.map(({ message }) => message).join()).not.toContain('hidden');
});
