import { pair } from '../../lib/plan/pair';
import { resourcesOf } from './support/describe-plan-rule';
import { all, deployment, object, statefulSet } from './support/manifests';

/** What has another name now, as `old → new`. */
function movesOf(before: string, after: string): readonly string[] {
  return pair(resourcesOf(before), resourcesOf(after)).flatMap(({ before: old, after: current }) =>
    old && current && old.object.metadata.name !== current.object.metadata.name
      ? [`${old.object.metadata.name} → ${current.object.metadata.name}`]
      : [],
  );
}

/** What programs of one house have in common. */
const HOUSE = [
  'ports: [{ name: http, containerPort: 8080 }]',
  'resources: { requests: { cpu: 50m, memory: 64Mi }, limits: { memory: 128Mi } }',
  'securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true }',
  'livenessProbe: { httpGet: { path: /healthz, port: http }, periodSeconds: 20 }',
  'readinessProbe: { httpGet: { path: /readyz, port: http }, periodSeconds: 5 }',
].join(', ');

const app = (name: string, image: string, more = '') =>
  deployment(
    `image: ${image}${more && `, ${more}`}, ${HOUSE}`,
    'replicas: 2',
    'automountServiceAccountToken: false',
    name,
  );
const named = (manifest: string, name: string) => manifest.replace(/name: \w+, namespace/, `name: ${name}, namespace`);
const cron = (name: string, image = 'shop:1', args = 'clean') =>
  object(
    'batch/v1',
    'CronJob',
    name,
    `spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: job, image: ${image}, args: [${args}] }] } } } } }`,
  );

test.each([
  ['its labels are kept', app('web', 'shop:1'), named(app('web', 'shop:1'), 'shop')],
  ['its labels are kept, and its version is new', app('web', 'shop:1'), named(app('web', 'shop:2'), 'shop')],
  ['its labels are kept, and its image is elsewhere', app('web', 'a/shop:1'), named(app('web', 'b/web:1'), 'shop')],
  ['its labels follow its name', app('web', 'shop:1'), app('shop', 'shop:1')],
  ['its labels follow its name, and its version is new', app('web', 'acme/web:1'), app('shop', 'acme/web:2')],
  ['it is a StatefulSet', statefulSet(), statefulSet(undefined, undefined, undefined, 'data')],
  ['it is a CronJob without labels', cron('web'), cron('shop')],
])('a workload has a new name, where %s', (_title, before, after) => {
  expect(movesOf(before, after)).toEqual([expect.stringMatching(/^(web → shop|db → data)$/)]);
});

test('several workloads are told apart by their images', () => {
  const before = all(app('web', 'web:1'), app('api', 'api:1'), app('jobs', 'jobs:1'));
  const after = all(app('backend', 'api:1'), app('workers', 'jobs:2'), app('frontend', 'web:1'));

  expect(movesOf(before, after).toSorted()).toEqual(['api → backend', 'jobs → workers', 'web → frontend']);
});

test.each([
  ['two programs of one house', app('web', 'acme/shop:1'), app('mail', 'acme/mail:7')],
  ['two programs in containers of one name', ...['web:1', 'mail:1'].map((image) => cron(image.slice(0, -2), image))],
  ['two tasks of one image', app('web', 'shop:1', 'args: [serve]'), app('jobs', 'shop:1', 'args: [work]')],
  ['two tasks that are called like it', app('web', 'shop:1', 'args: [web]'), app('jobs', 'shop:1', 'args: [jobs]')],
  ['two commands of one image', app('web', 'shop:1', 'command: [serve]'), app('jobs', 'shop:1', 'command: [work]')],
  ['two CronJobs of one image', cron('web', 'shop:1', 'clean'), cron('mail', 'shop:1', 'send')],
  ['two kinds', app('web', 'shop:1'), app('web', 'shop:1').replace('kind: Deployment', 'kind: StatefulSet')],
  [
    'two namespaces',
    app('web', 'shop:1'),
    named(app('web', 'shop:1'), 'shop').replace('namespace: shop', 'namespace: b'),
  ],
  ['names that end like hashes', app('app-frontend1', 'front:1'), app('app-backend22', 'back:1')],
])('%s are no move', (_title, before, after) => {
  expect(movesOf(before!, after!)).toEqual([]);
});

test('a workload that two new ones are equally like has not moved to either', () => {
  expect(movesOf(app('web', 'shop:1'), all(app('shop', 'shop:1'), app('site', 'shop:1')))).toEqual([]);
  expect(movesOf(all(app('shop', 'shop:1'), app('site', 'shop:1')), app('web', 'shop:1'))).toEqual([]);
});

test('the new name that is more like it is told, though another one is like it too', () => {
  const bigger = app('site', 'shop:1').replace('cpu: 50m', 'cpu: 80m').replace('memory: 64Mi', 'memory: 96Mi');

  expect(
    movesOf(app('web', 'shop:1'), all(bigger.replace('replicas: 2', 'replicas: 4'), app('shop', 'shop:1'))),
  ).toEqual(['web → shop']);
});

const config = (hash: string) => object('v1', 'ConfigMap', `web-${hash}`, `data: { A: "${hash}" }`);

test.each([
  ['4f2a9c1d', '9c1d4f2a'],
  ['abcde123', 'fedcb321'],
  ['7bk8gm2tfh', 'ck9h4dtm5b'],
])('a config has a new name, where its hash %s becomes %s', (old, current) => {
  expect(movesOf(config(old), config(current))).toEqual([`web-${old} → web-${current}`]);
});
