import {
  type Application,
  type ConnectionTarget,
  Credentials,
  type ExternalPostgresProps,
  Postgres,
  type PostgresProps,
  Worker,
} from '../../lib';
import { containerOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';

function passwordOf(shop: Application) {
  return Credentials.fromExistingSecret(shop, 'credentials', ['DB_PASSWORD']).key('DB_PASSWORD');
}

/** A worker that connects to a target. */
function client(target: (shop: Application) => ConnectionTarget, env = {}) {
  return render((shop) => new Worker(shop, 'mail', { image, user: 1000, env }).connectTo(target(shop)));
}

function postgres(props: Partial<PostgresProps> = {}) {
  return (shop: Application) =>
    new Postgres(shop, 'db', { version: '17', storage: '1Gi', password: passwordOf(shop), ...props });
}

test('a client gets the variables of libpq, the password from the Secret', () => {
  expect(containerOf(client(postgres()).get('Deployment'), 'mail').env).toEqual(yaml`
    - { name: PGHOST, value: db }
    - { name: PGPORT, value: '5432' }
    - { name: PGDATABASE, value: shop }
    - { name: PGUSER, value: shop }
    - { name: PGPASSWORD, valueFrom: { secretKeyRef: { name: credentials, key: DB_PASSWORD } } }
    - { name: PGSSLMODE, value: disable }
  `);
});

test('a connection string is made of variables that stand before it', () => {
  const env = containerOf(client(postgres(), { DSN: Postgres.DSN, URL: Postgres.URL }).get('Deployment'), 'mail').env!;
  const names = env.map(({ name }) => name);

  for (const { name, value } of env.slice(-2)) {
    const used = [...value!.matchAll(/\$\((\w+)\)/g)].map(([, variable]) => variable!);
    expect(used.length).toBeGreaterThan(4);
    for (const variable of used) expect(names.indexOf(variable)).toBeLessThan(names.indexOf(name));
  }
  expect(Postgres.DSN).not.toContain('PASSWORD');
});

test.each([
  ['its Service, where that has another name', { serviceName: 'pg-headless' }, 'pg-headless'],
  ['its name, where that is adopted', { adopt: { name: 'pg' } }, 'pg'],
])('a client reaches the database at %s', (_, props, host) => {
  const { get } = client(postgres(props));

  expect(containerOf(get('Deployment'), 'mail').env).toContainEqual({ name: 'PGHOST', value: host });
  expect(get('Service').metadata.name).toBe(host);
});

const every = (shop: Application): Required<ExternalPostgresProps> => ({
  port: 6432,
  sslMode: 'verify-full',
  cidrs: ['10.30.0.0/28', 'fd00::/64'],
  database: 'orders',
  user: 'owner',
  password: passwordOf(shop),
});

test('a managed database, with every prop', () => {
  const { get } = client((shop) => Postgres.external('orders.db.example.com', every(shop)));

  expect(get('NetworkPolicy', 'mail-to-orders-db-example-com').spec).toMatchObject(
    yaml`
    egress:
      - to: [{ ipBlock: { cidr: 10.30.0.0/28 } }, { ipBlock: { cidr: 'fd00::/64' } }]
        ports: [{ port: 6432 }]
  ` as object,
  );
  expect(containerOf(get('Deployment'), 'mail').env).toEqual(yaml`
    - { name: PGHOST, value: orders.db.example.com }
    - { name: PGPORT, value: '6432' }
    - { name: PGDATABASE, value: orders }
    - { name: PGUSER, value: owner }
    - { name: PGPASSWORD, valueFrom: { secretKeyRef: { name: credentials, key: DB_PASSWORD } } }
    - { name: PGSSLMODE, value: verify-full }
  `);
});

test('a managed database is anywhere on its port, and encrypted', () => {
  const { get } = client((shop) =>
    Postgres.external('db.example.com', { database: 'orders', user: 'owner', password: passwordOf(shop) }),
  );

  expect(get('NetworkPolicy', 'mail-to-db-example-com').spec).toMatchObject(
    yaml`
    egress:
      - to: [{ ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: '::/0' } }]
        ports: [{ port: 5432 }]
  ` as object,
  );
  expect(containerOf(get('Deployment'), 'mail').env).toContainEqual({ name: 'PGSSLMODE', value: 'require' });
});
