import { App } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Application,
  type ApplicationProps,
  Claim,
  Config,
  Credentials,
  Postgres,
  Program,
  StatefulService,
  WebService,
  Worker,
} from '../../lib';
import { podOf } from '../support/objects';
import { filesOf, mistakesOf, objectOf, refusalOf } from '../support/program';
import { failure, PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';

function shopWith(props: ApplicationProps): Program {
  const program = new Program();
  const shop = new Application(program, 'shop', PROD, props);
  const password = Credentials.fromExistingSecret(shop, 'shop-credentials', ['DB_PASSWORD']).key('DB_PASSWORD');
  const db = new Postgres(shop, 'db', { version: '17', storage: '1Gi', password });
  const files = new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteMany' });
  const web = new WebService(shop, 'web', { image, user: 1000, port: 8080, scale: 2, config: { PAGE: 20 } });
  web.mount('/files', files);
  web.connectTo(db);
  return program;
}

test('an application owns a namespace that is named after it', () => {
  expect(render(() => {}).get('Namespace')).toEqual(yaml`
    apiVersion: v1
    kind: Namespace
    metadata:
      name: shop
      labels:
        app.kubernetes.io/instance: shop
        app.kubernetes.io/managed-by: slipway
        pod-security.kubernetes.io/enforce: restricted
        pod-security.kubernetes.io/enforce-version: v1.33
  `);
});

test('every prop of an application that owns its namespace', () => {
  const every: { [Prop in keyof Required<ApplicationProps>]: ApplicationProps[Prop] } = {
    labels: { 'example.com/team': 'shop' },
    namespace: 'shop-prod',
    sharedNamespace: undefined,
  };
  const [objects] = Object.values(filesOf(shopWith(every as ApplicationProps)));

  expect(objects![0]).toMatchObject({ kind: 'Namespace', metadata: { name: 'shop-prod' } });
  for (const { kind, metadata } of objects!) {
    expect(metadata.labels).toMatchObject({ 'example.com/team': 'shop' });
    expect(metadata.namespace).toBe(kind === 'Namespace' ? undefined : 'shop-prod');
  }
  expect(podOf(objects!.find(({ kind }) => kind === 'Deployment')!).metadata.labels).toHaveProperty(
    ['example.com/team'],
    'shop',
  );
});

test('labels of an application come before those of its environment', () => {
  const program = new Program();
  new Application(
    program,
    'shop',
    { ...PROD, labels: { team: 'platform', tier: 'gold' } },
    { labels: { team: 'shop' } },
  );

  expect(objectOf(program, 'Namespace').metadata.labels).toMatchObject({ team: 'shop', tier: 'gold' });
});

test('in a shared namespace every name begins with the application', () => {
  const program = shopWith({ sharedNamespace: 'team' });
  const objects = filesOf(program)['prod/shop.k8s.yaml']!;

  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual([
    'ServiceAccount team/shop-db',
    'ServiceAccount team/shop-web',
    expect.stringMatching(/^ConfigMap team\/shop-web-config-[0-9a-f]{10}$/),
    'PersistentVolumeClaim team/shop-files',
    'Service team/shop-db',
    'Service team/shop-web',
    'NetworkPolicy team/shop-db-default-deny',
    'NetworkPolicy team/shop-db-from-web',
    'NetworkPolicy team/shop-web-default-deny',
    'NetworkPolicy team/shop-web-to-db',
    'StatefulSet team/shop-db',
    'Deployment team/shop-web',
    'PodDisruptionBudget team/shop-web',
  ]);
  const env = podOf(objectOf(program, 'Deployment')).spec.containers[0]!.env;
  expect(env).toContainEqual({ name: 'PGHOST', value: 'shop-db' });
  expect(objectOf(program, 'StatefulSet').spec).toMatchObject({ serviceName: 'shop-db' });
  expect(podOf(objectOf(program, 'Deployment')).spec).toMatchObject({
    serviceAccountName: 'shop-web',
    volumes: [{ name: 'tmp' }, { name: 'files', persistentVolumeClaim: { claimName: 'shop-files' } }],
  });
});

test('two applications share a namespace and select their own pods', () => {
  const program = new Program();
  for (const id of ['shop', 'blog']) {
    const application = new Application(program, id, PROD, { sharedNamespace: 'team' });
    new Config(application, 'theme', { data: { COLOUR: 'red' } });
    new WebService(application, 'web', { image, user: 1000, port: 8080 });
  }

  for (const id of ['shop', 'blog']) {
    expect(objectOf(program, 'Deployment', `${id}-web`).spec).toMatchObject(
      yaml`
      selector:
        matchLabels: { app.kubernetes.io/instance: ${id}, app.kubernetes.io/name: web }
    ` as object,
    );
  }
});

test('a construct finds its application, and what it would be called', () => {
  render((shop) => {
    const part = new Construct(new Construct(shop, 'outer'), 'inner');

    expect(Application.of(part)).toBe(shop);
    expect([shop.namespace, shop.objectName('web'), shop.environment]).toEqual(['shop', 'web', PROD]);
    expect(shop.objectLabels('web')).toEqual({
      ...shop.selectorLabels('web'),
      'app.kubernetes.io/managed-by': 'slipway',
    });
  });
});

test('fails when two applications own the same namespace', () => {
  const program = new Program();
  for (const id of ['shop', 'blog']) new Application(program, id, PROD, { namespace: 'team' });

  expect(refusalOf(program).findings).toMatchObject([
    {
      rule: 'no-duplicate-object',
      resource: { kind: 'Namespace', name: 'team' },
      remedy: expect.stringContaining('sharedNamespace'),
    },
  ]);
});

test('fails when two workloads of one application have one id', () => {
  const program = new Program();
  const shop = new Application(program, 'shop', PROD);
  for (const scope of ['a', 'b']) new Worker(new Construct(shop, scope), 'mail', { image, user: 1000 });

  expect(refusalOf(program).message).toContain(
    'Deployment shop/mail: is there twice: also from prod/shop/a/mail/deployment',
  );
});

test('fails when a label of an application selects pods', () => {
  const program = new Program();
  new Application(program, 'shop', PROD, { labels: { 'app.kubernetes.io/instance': 'live' } });

  expect(mistakesOf(program)).toEqual([
    `prod: shop: labels has the key 'app.kubernetes.io/instance', which selects pods and is set from ids: remove it`,
  ]);
});

test('fails when a name gets too long in a shared namespace', () => {
  const program = new Program();
  const shop = new Application(program, 'shop-of-the-northern-region', PROD, { sharedNamespace: 'team' });
  new StatefulService(shop, 'search-index-of-all-products', { image, user: 1000, ports: { http: 9200 } });

  expect(mistakesOf(program)).toEqual([
    `prod: search-index-of-all-products: the name 'shop-of-the-northern-region-search-index-of-all-products' has 56 characters: shorten it to at most 52`,
  ]);
});

test('fails when a namespace is owned and shared', () => {
  const program = new Program();
  // @ts-expect-error it is either
  new Application(program, 'shop', PROD, { namespace: 'shop-prod', sharedNamespace: 'team' });

  expect(mistakesOf(program)).toEqual([
    `prod: shop: has both namespace 'shop-prod' and sharedNamespace 'team': remove one`,
  ]);
});

test('fails when a prop of an application is mistyped', () => {
  const program = new Program();
  // @ts-expect-error it is sharedNamespace
  new Application(program, 'shop', PROD, { sharedNamspace: 'team' });

  expect(mistakesOf(program)).toEqual(['prod: shop: Application.sharedNamspace is unknown: write sharedNamespace']);
});

test.each([
  [undefined, `shop: environment is undefined: give one, such as { name: 'prod', kubernetes: '1.33' }`],
  ['prod', `shop: environment is 'prod': give one, such as { name: 'prod', kubernetes: '1.33' }`],
  [{ kubernetes: '1.33' }, `shop: environment.name is undefined: give it a name, such as 'prod'`],
])('fails when the environment of an application is %j', (environment, message) => {
  expect(failure(() => new Application(new Program(), 'shop', environment as never))).toMatchObject({ message });
});

test('fails when an application is created in an App of cdk8s', () => {
  // @ts-expect-error it has to be a Program
  expect(failure(() => new Application(new App(), 'shop', PROD))).toMatchObject({
    message: `shop: is created in no Program: write new Application(new Program(), 'shop', …)`,
  });
});

test('fails when a workload is created outside of any application', () => {
  const scope = new Program().environment(PROD);

  expect(failure(() => new Worker(scope, 'mail', { image, user: 1000 }))).toMatchObject({
    message: 'mail: belongs to no application: create it in an Application',
  });
});
