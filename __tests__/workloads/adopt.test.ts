import { type Adopted, Application, Program, StatefulService, WebService, Worker } from '../../lib';
import { mistakes, PROD, render } from '../support/render';
import { mistakesOf } from '../support/program';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

test('live objects keep their names and the labels that select', () => {
  const every: Required<Adopted> = { name: 'shop-frontend', selector: { app: 'shop', tier: 'frontend' } };
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, scale: 2, adopt: every }));

  expect(get('Deployment')).toMatchObject(yaml`
    metadata: { name: shop-frontend, labels: { app.kubernetes.io/name: web } }
    spec:
      selector: { matchLabels: { app: shop, tier: frontend } }
      template: { metadata: { labels: { app: shop, tier: frontend } } }
  `);
  for (const kind of ['Service', 'PodDisruptionBudget', 'ServiceAccount']) {
    expect(get(kind).metadata.name).toBe('shop-frontend');
  }
  expect(get('Service').spec).toMatchObject({ selector: { app: 'shop', tier: 'frontend' } });
  expect(get('NetworkPolicy').spec).toMatchObject({ podSelector: { matchLabels: { app: 'shop', tier: 'frontend' } } });
});

test('in a shared namespace a workload is named after its application', () => {
  const program = new Program();
  const shop = new Application(program, 'shop', PROD, { sharedNamespace: 'team' });
  new WebService(shop, 'web', web);

  const [file] = program.render().files;
  expect(file!.resources.map(({ object }) => `${object.kind}/${object.metadata.name}`)).toEqual([
    'ServiceAccount/shop-web',
    'Service/shop-web',
    'NetworkPolicy/shop-web-default-deny',
    'Deployment/shop-web',
  ]);
});

test.each([
  [
    'no Service can have',
    { name: 'my.web' },
    `adopt.name 'my.web' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'my-web')`,
  ],
  [
    'begins with a digit',
    { name: '2fa' },
    `adopt.name '2fa' begins with a digit, which a Service's can't: begin it with a letter`,
  ],
])('fails when the name to adopt is one that %s', (_, adopt, message) => {
  expect(mistakes((shop) => new WebService(shop, 'web', { ...web, adopt }))).toEqual([`web: ${message}`]);
});

test('a worker can have a name with dots, as it has no Service', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { image, user: 1000, adopt: { name: 'mail.v2' } }));

  expect(get('Deployment').metadata.name).toBe('mail.v2');
});

test('fails when a StatefulSet is named too long for its pods', () => {
  const adopt = { name: 'x'.repeat(53) };

  expect(
    mistakes((shop) => new StatefulService(shop, 'db', { image, user: 1000, ports: { db: 5432 }, adopt })),
  ).toEqual([`db: adopt.name '${adopt.name}' has 53 characters: shorten it to at most 52`]);
});

test('fails when application and workload are too long a name together', () => {
  const program = new Program();
  const shop = new Application(program, 'a'.repeat(30), PROD, { sharedNamespace: 'team' });
  new WebService(shop, 'b'.repeat(40), web);

  expect(mistakesOf(program)).toEqual([
    `prod: ${'b'.repeat(40)}: the name '${'a'.repeat(30)}-${'b'.repeat(40)}' has 71 characters: shorten it to at most 63`,
  ]);
});

test('fails when the selector to adopt selects nothing, or can not be one', () => {
  expect(mistakes((shop) => new WebService(shop, 'web', { ...web, adopt: { selector: {} } }))).toEqual([
    'web: adopt.selector is empty, which would select nothing: write the labels that live pods have',
  ]);
  expect(mistakes((shop) => new WebService(shop, 'web', { ...web, adopt: { selector: { 'my app': 'a' } } }))).toEqual([
    `web: adopt.selector has the key 'my app', which is no label key: write it like 'team' or 'example.com/team'`,
  ]);
});

test('fails when something is adopted that can not be', () => {
  // @ts-expect-error only names and selectors are
  expect(mistakes((shop) => new WebService(shop, 'web', { ...web, adopt: { labels: { app: 'a' } } }))).toEqual([
    'web: adopt.labels is unknown: use name, selector',
  ]);
});
