import { ApiObject, type ApiObjectProps } from 'cdk8s';
import {
  Application,
  Claim,
  ClaimTemplate,
  Credentials,
  type Environment,
  Program,
  StatefulService,
  type Target,
  WebService,
  Worker,
} from '../../lib';
import { podOf } from '../support/objects';
import { filesOf, refusalOf } from '../support/program';
import { PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

const every: Required<Environment> = {
  name: 'test',
  kubernetes: '1.31',
  preset: 'development',
  podSecurity: 'baseline',
  context: 'shop-test',
  exposure: { name: 'none', intents: [], render: () => ({}) },
  ingressFrom: [{ namespace: 'ingress' }],
  metricsFrom: [{ namespace: 'monitoring', labels: { app: 'prometheus' } }],
  dnsPorts: [53, 5353],
  storageClass: 'fast',
  registry: 'mirror.example.com',
  pullSecrets: ['mirror-login'],
  placement: { nodeSelector: { pool: 'apps' } },
  labels: { team: 'shop' },
  external: [{ kind: 'Secret', name: 'shop-credentials' }],
  definitions: [
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'webs.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'Web' },
        versions: [{ name: 'v1', schema: { openAPIV3Schema: { properties: { spec: { required: ['size'] } } } } }],
      },
    },
  ],
};

test('an environment names the folder, and its header the target', () => {
  const program = new Program();
  new Application(program, 'shop', every);
  const [file] = program.render().files;

  expect(file!.path).toBe('test/shop.k8s.yaml');
  expect(file!.text.split('\n')[0]).toBe(
    '# slipway: application=shop environment=test kubernetes=1.31 preset=development pod-security=baseline external=Secret/mirror-login external=Secret/shop-credentials',
  );
});

test('an environment says no more than a name and a version', () => {
  const program = new Program();
  new Application(program, 'shop', { name: 'prod', kubernetes: '1.33' });

  expect(program.render().files[0]!.text).toContain('kubernetes=1.33 preset=production pod-security=restricted');
});

test('the namespace enforces the Pod Security level of its environment', () => {
  expect(render(() => {}, every).get('Namespace').metadata.labels).toEqual(yaml`
    app.kubernetes.io/instance: shop
    app.kubernetes.io/managed-by: slipway
    team: shop
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.31
  `);
});

test('the context stands in each command that is printed', () => {
  const program = new Program();
  Credentials.fromExistingSecret(new Application(program, 'shop', every), 'shop-token', ['TOKEN']);

  expect(program.render().environments).toMatchObject([
    {
      name: 'test',
      context: 'shop-test',
      instructions: [{ command: expect.stringMatching(/^kubectl --context shop-test --namespace shop /) }],
    },
  ]);
});

test('whoever scrapes metrics is let in, and pods are annotated', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, metrics: { port: 'http' } }), every);

  expect(get('NetworkPolicy', 'web-from-metrics').spec).toEqual(yaml`
    podSelector:
      matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web }
    policyTypes: [Ingress]
    ingress:
      - from:
          - namespaceSelector:
              matchLabels: { kubernetes.io/metadata.name: monitoring }
            podSelector:
              matchLabels: { app: prometheus }
        ports:
          - { port: 8080 }
  `);
  expect(podOf(get('Deployment')).metadata.annotations).toEqual(yaml`
    prometheus.io/scrape: 'true'
    prometheus.io/port: '8080'
    prometheus.io/path: /metrics
  `);
});

test('names are looked up on the ports where the clusters answer', () => {
  const { get } = render((shop) => new WebService(shop, 'web', web), every);

  expect(get('NetworkPolicy', 'web-default-deny').spec).toMatchObject(
    yaml`
    egress:
      - ports: [{ port: 53, protocol: UDP }, { port: 53 }, { port: 5353, protocol: UDP }, { port: 5353 }]
  ` as object,
  );
});

test('the storage class goes to claims that name none', () => {
  const { get } = render((shop) => {
    new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteMany' });
    new Claim(shop, 'archive', { size: '9Gi', accessMode: 'ReadWriteMany', storageClass: 'slow' });
    const search = new StatefulService(shop, 'search', { image, user: 1000, ports: { http: 9200 } });
    search.mount('/data', new ClaimTemplate('data', { size: '5Gi', accessMode: 'ReadWriteOnce' }));
  }, every);

  expect(get('PersistentVolumeClaim', 'files').spec).toMatchObject({ storageClassName: 'fast' });
  expect(get('PersistentVolumeClaim', 'archive').spec).toMatchObject({ storageClassName: 'slow' });
  expect(get('StatefulSet').spec).toMatchObject({ volumeClaimTemplates: [{ spec: { storageClassName: 'fast' } }] });
});

test.each([
  [
    'one mirror for all images',
    'mirror.example.com',
    ['mirror.example.com/library/redis:8', 'mirror.example.com/acme/shop:1'],
  ],
  [
    'a mirror of one registry',
    { 'docker.io': 'mirror.example.com:5000/hub' },
    ['mirror.example.com:5000/hub/library/redis:8', 'ghcr.io/acme/shop:1'],
  ],
  ['no mirror', undefined, ['redis:8', 'ghcr.io/acme/shop:1']],
])('images come from %s', (_, registry, images) => {
  const { get } = render(
    (shop) => {
      new Worker(shop, 'cache', { image: 'redis:8', user: 999 });
      new Worker(shop, 'mail', { image: 'ghcr.io/acme/shop:1', user: 1000 });
    },
    { ...PROD, registry },
  );

  expect(['cache', 'mail'].map((name) => podOf(get('Deployment', name)).spec.containers[0]!.image)).toEqual(images);
});

test('every pod pulls with the credentials of the environment', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { image, user: 1000 }), every);

  expect(podOf(get('Deployment')).spec).toMatchObject({ imagePullSecrets: [{ name: 'mirror-login' }] });
});

test('labels go to every object and every pod, not to selectors', () => {
  const { objects, get } = render((shop) => new WebService(shop, 'web', { ...web, scale: 2 }), every);

  for (const { metadata } of objects) expect(metadata.labels).toMatchObject({ team: 'shop' });
  expect(podOf(get('Deployment')).metadata.labels).toHaveProperty('team', 'shop');
  expect(get('Deployment').spec).not.toHaveProperty(['selector', 'matchLabels', 'team']);
});

test('checks are told the target, with the objects that live outside', () => {
  const targets: Target[] = [];
  const program = new Program({ checks: [(_, target) => (targets.push(target), [])] });
  new Application(program, 'shop', every);
  program.render();

  expect(targets).toEqual([
    {
      kubernetes: '1.31',
      podSecurity: 'baseline',
      preset: 'development',
      definitions: every.definitions,
      external: [
        { kind: 'Secret', name: 'shop-credentials' },
        { kind: 'Secret', name: 'mirror-login' },
      ],
    },
  ]);
});

test('custom resources are judged by the definitions that the clusters have', () => {
  const program = new Program();
  const shop = new Application(program, 'shop', every);
  new ApiObject(shop, 'web', {
    apiVersion: 'example.com/v1',
    kind: 'Web',
    metadata: { name: 'web' },
    spec: {},
  } as object as ApiObjectProps);

  expect(refusalOf(program).findings).toMatchObject([
    { rule: 'valid-custom-resource', path: 'spec.size', message: 'is required' },
  ]);
});

test('one application is rendered for each environment it runs in', () => {
  const program = new Program();
  for (const name of ['dev', 'prod']) new Application(program, 'shop', { name, kubernetes: '1.33' });

  expect(Object.keys(filesOf(program))).toEqual(['dev/shop.k8s.yaml', 'prod/shop.k8s.yaml']);
});
