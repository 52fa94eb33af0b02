import { makePlan } from '../../lib/plan/make-plan';
import { OPTIONS, resourcesOf } from './support/describe-plan-rule';
import { all, deployment, object } from './support/manifests';

function pathsOf(before: string, after: string): readonly string[] {
  const { changes } = makePlan(resourcesOf(before), resourcesOf(after), OPTIONS);
  return changes.flatMap(({ fields }) => fields.map(({ path }) => path));
}

const service = (spec: string) => object('v1', 'Service', 'web', `spec: { ports: [{ port: 80 }], ${spec} }`);
const secret = (fields: string) => object('v1', 'Secret', 'db', fields);

test.each([
  ['one key changes and another is new', '{ A: x }', '{ A: y, B: z }', ['data.A', 'data.B']],
  ['its name has a dot', '{ A: x }', '{ A: y, b.ini: z }', ['data.A', 'data[b.ini]']],
])('all that is written in stringData is told, where %s', (_title, before, after, paths) => {
  expect(pathsOf(secret(`stringData: ${before}`), secret(`stringData: ${after}`))).toEqual(paths);
});

test('what is new in stringData is told beside a change of data', () => {
  const paths = pathsOf(secret('data: { A: eA== }'), secret('data: { A: eQ== }, stringData: { B: z }'));

  expect(paths).toEqual(['data.A', 'data.B']);
});

test('a default that comes along with what is written is left out, though its path begins alike', () => {
  const paths = pathsOf(service('sessionAffinity: None'), service('sessionAffinity: ClientIP'));

  expect(paths).toEqual(['spec.sessionAffinity']);
});

const app = (name: string, part: string, image: string) =>
  deployment(`image: ${image}`).replace('name: web, namespace: shop', `name: ${name}, namespace: shop, ${part}`);

test('of what has a new name, only that is told which did not follow it', () => {
  expect(
    pathsOf(app('shop', 'labels: { part-of: shop }', 'a:1'), app('web', 'labels: { part-of: shop }', 'a:2')),
  ).toEqual(['spec.template.spec.containers[web].image']);
  expect(
    pathsOf(app('shop', 'labels: { part-of: shop }', 'a:1'), app('web', 'labels: { part-of: web }', 'a:1')),
  ).toEqual([]);
});

function reasonOf(before: string, after: string): string {
  const { changes } = makePlan(resourcesOf(before), resourcesOf(after), OPTIONS);
  return changes.find(({ id }) => id.kind === 'Deployment')!.reason;
}

const claim = (more: string) =>
  `{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }${more} } }`;

test('what is refused is told where nothing else changes', () => {
  const [before, after] = [claim(''), claim(", volumeName: ''")].map(resourcesOf);
  const { changes } = makePlan(before!, after!, { ...OPTIONS, assume: { claimsBound: true } });

  expect(changes.map(({ reason }) => reason)).toEqual(['spec.volumeName is refused']);
});

const variable = (fields: string) => deployment(`image: web:1, env: [{ name: LEVEL, ${fields} }]`);
const FROM = 'valueFrom: { configMapKeyRef: { name: web, key: LEVEL } }';

test.each([
  ['value: info', 'value: debug', 'env LEVEL info → debug'],
  ['value: ""', 'value: debug', 'env LEVEL set to debug'],
  ['value: info', 'value: ""', 'value of env LEVEL removed'],
  ['value: info', FROM, 'value of env LEVEL removed, env LEVEL from ConfigMap web'],
  [FROM, 'value: info', 'env LEVEL set to info, env LEVEL no longer from ConfigMap web'],
  [
    FROM,
    'valueFrom: { secretKeyRef: { name: db, key: LEVEL } }',
    'env LEVEL no longer from ConfigMap web, env LEVEL from Secret db',
  ],
])('a variable with %s becomes one with %s', (before, after, reason) => {
  expect(reasonOf(variable(before), variable(after))).toBe(reason);
});

const refused = (image: string, tier: string, more = '') =>
  deployment(`image: ${image}, command: [${image}], args: [${image}]`, `replicas: 3${more}`).replaceAll(
    '{ app: web }',
    `{ app: web, tier: ${tier} }`,
  );

test('why an object is refused is told before all else that differs, in its reason and in its fields', () => {
  const [before, after] = [refused('a:1', 'front'), refused('a:2', 'back', ', minReadySeconds: 5')];

  expect(reasonOf(before, after)).toMatch(/^selector\.matchLabels\.tier front → back, .* and 4 more$/);
  expect(pathsOf(before, after)[0]).toBe('spec.selector.matchLabels.tier');
  expect(reasonOf(all(config('a', 1), before), all(config('a', 2), after))).toMatch(/^selector\./);
});

test.each([
  [
    'a field that nobody knows',
    deployment(),
    deployment('image: web:2', 'replicas: 3, replica: 4'),
    'spec.replica is refused, ',
  ],
  [
    'a default that the server keeps',
    deployment('image: web:1', 'minReadySeconds: 1'),
    deployment('image: web:2', 'strategy: { type: Recreate }'),
    'strategy.type RollingUpdate → Recreate, ',
  ],
])('%s is told first, too', (_title, before, after, reason) => {
  expect(reasonOf(before, after).startsWith(reason)).toBe(true);
  expect(reasonOf(all(config('a', 1), before), all(config('a', 2), after)).startsWith(reason)).toBe(true);
});

const config = (name: string, value: number) => object('v1', 'ConfigMap', name, `data: { A: "${value}" }`);
const reader = (hash: string) =>
  deployment('image: web:1, envFrom: [{ configMapRef: { name: a } }, { configMapRef: { name: b } }]').replace(
    'metadata: { labels',
    `metadata: { annotations: { checksum/config: ${hash} }, labels`,
  );

test('a checksum stands for every config that the pods read and that has changed', () => {
  expect(
    reasonOf(
      all(config('a', 1), config('b', 1), config('c', 1), reader('x1')),
      all(config('a', 2), config('b', 3), config('c', 4), reader('x2')),
    ),
  ).toBe('ConfigMap a: A 1 → 2; ConfigMap b: A 1 → 3');
});
