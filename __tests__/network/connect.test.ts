import { Construct } from 'constructs';
import {
  Application,
  type ConnectOptions,
  Outside,
  Postgres,
  Credentials,
  type Sidecar,
  StatefulService,
  WebService,
  Worker,
} from '../../lib';
import { containerOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

function database(application: Application, id = 'db'): Postgres {
  const password = Credentials.fromExistingSecret(application, 'credentials', ['DB_PASSWORD']).key('DB_PASSWORD');
  return new Postgres(application, id, { version: '17', storage: '1Gi', password });
}

test('a connection opens the network on both sides, and no more', () => {
  const { get } = render((shop) => {
    const api = new WebService(shop, 'api', {
      image,
      user: 1000,
      ports: { http: 8080, dns: { port: 5353, protocol: 'UDP' } },
    });
    new Worker(shop, 'mail', { image, user: 1000 }).connectTo(api);
  });

  expect(get('NetworkPolicy', 'mail-to-api')).toEqual(yaml`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      name: mail-to-api
      namespace: shop
      labels:
        app.kubernetes.io/instance: shop
        app.kubernetes.io/name: mail
        app.kubernetes.io/managed-by: slipway
    spec:
      podSelector:
        matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: mail }
      policyTypes: [Egress]
      egress:
        - to:
            - podSelector:
                matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: api }
          ports: [{ port: 8080 }, { port: 5353, protocol: UDP }]
  `);
  expect(get('NetworkPolicy', 'api-from-mail').spec).toEqual(yaml`
    podSelector:
      matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: api }
    policyTypes: [Ingress]
    ingress:
      - from:
          - podSelector:
              matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: mail }
        ports: [{ port: 8080 }, { port: 5353, protocol: UDP }]
  `);
});

test('without connections a pod is reached by nobody and reaches DNS alone', () => {
  expect(render((shop) => new Worker(shop, 'mail', { image, user: 1000 })).get('NetworkPolicy').spec).toEqual(yaml`
    podSelector:
      matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: mail }
    policyTypes: [Ingress, Egress]
    egress:
      - ports: [{ port: 53, protocol: UDP }, { port: 53 }]
  `);
});

test('the variables of a target come between secrets and env', () => {
  const { get } = render((shop) => {
    const db = database(shop);
    new WebService(shop, 'web', { ...web, secrets: { TOKEN: db.password }, env: { DSN: Postgres.DSN } }).connectTo(db);
  });

  expect(
    containerOf(get('Deployment'), 'web')
      .env!.map(({ name }) => name)
      .join(' '),
  ).toBe('TOKEN PGHOST PGPORT PGDATABASE PGUSER PGPASSWORD PGSSLMODE DSN');
});

test('every option of a connection: own variables, connections of a pod', () => {
  const every: Required<ConnectOptions> = { variables: { DB_HOST: 'db' }, connectionsPerPod: 10 };
  const { get } = render((shop) => {
    const db = database(shop);
    new Worker(shop, 'mail', { image, user: 1000 }).connectTo(db, every);
    new Worker(shop, 'scan', { image, user: 1000 }).connectTo(db, { variables: {} });
  });

  expect(containerOf(get('Deployment', 'mail'), 'mail').env).toEqual([{ name: 'DB_HOST', value: 'db' }]);
  expect(containerOf(get('Deployment', 'scan'), 'scan')).not.toHaveProperty('env');
});

test('policies select adopted pods by the labels that they have', () => {
  const { get } = render((shop) => {
    const api = new WebService(shop, 'api', { ...web, adopt: { name: 'legacy-api', selector: { app: 'api' } } });
    new Worker(shop, 'mail', { image, user: 1000, adopt: { selector: { app: 'mail' } } }).connectTo(api);
  });

  expect(get('NetworkPolicy', 'mail-to-api').spec).toMatchObject(
    yaml`
    podSelector: { matchLabels: { app: mail } }
    egress: [{ to: [{ podSelector: { matchLabels: { app: api } } }] }]
  ` as object,
  );
  expect(get('NetworkPolicy', 'legacy-api-from-mail').spec).toMatchObject(
    yaml`
    podSelector: { matchLabels: { app: api } }
    ingress: [{ from: [{ podSelector: { matchLabels: { app: mail } } }] }]
  ` as object,
  );
});

test('replicas that look for each other connect to themselves', () => {
  const { ids } = render((shop) => {
    const part = new Construct(shop, 'storage');
    const cluster = new StatefulService(part, 'queue', { image, user: 1000, ports: { amqp: 5672 }, scale: 3 });
    cluster.connectTo(cluster);
  });

  expect(ids).toEqual(expect.arrayContaining(['NetworkPolicy/queue-to-queue', 'NetworkPolicy/queue-from-queue']));
});

test('a sidecar opens what it needs, unless its workload does', () => {
  const loki = new Outside('loki', { peer: { namespace: 'logging' }, ports: [3100] });
  const shipper: Sidecar = { bind: (pod) => pod.connectTo(loki) };
  const { get } = render((shop) => {
    const [before, after, alone] = ['before', 'after', 'alone'].map(
      (id) => new Worker(shop, id, { image, user: 1000 }),
    );
    before!.connectTo(loki);
    for (const worker of [before!, after!, alone!]) worker.addSidecar(shipper);
    after!.connectTo(loki);
  });

  for (const id of ['before', 'after', 'alone']) {
    expect(get('NetworkPolicy', `${id}-to-loki`).spec).toMatchObject({ egress: [{ ports: [{ port: 3100 }] }] });
  }
});
