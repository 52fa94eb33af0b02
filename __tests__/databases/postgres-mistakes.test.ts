import {
  Credentials,
  type ExternalPostgresProps,
  Postgres,
  type PostgresProps,
  type Scale,
  WebService,
  Worker,
} from '../../lib';
import { failure, mistakes } from '../support/render';

const image = 'ghcr.io/acme/shop:1.4.2';

interface Clients {
  readonly scale: Scale;
  readonly each: number;
}

/** A shop whose web service and worker open connections to a database. */
function shopWith(props: object, { scale, each }: Clients = { scale: 1, each: 1 }): readonly string[] {
  return mistakes((shop) => {
    const password = Credentials.fromExistingSecret(shop, 'credentials', ['DB_PASSWORD']).key('DB_PASSWORD');
    const db = new Postgres(shop, 'db', { version: '17', storage: '1Gi', password, ...props } as PostgresProps);
    new WebService(shop, 'web', { image, user: 1000, port: 8080, scale }).connectTo(db, { connectionsPerPod: each });
    new Worker(shop, 'mail', { image, user: 1000, singleton: true }).connectTo(db, { connectionsPerPod: each });
    new Worker(shop, 'scan', { image, user: 1000 }).connectTo(db, { variables: {} });
  });
}

test('fails when clients may open more connections than there are', () => {
  expect(shopWith({}, { scale: { min: 2, max: 6, targetCpu: 70 }, each: 20 })).toEqual([
    'db: clients may open 160 connections (web 7 pods × 20, mail 1 pod × 20), but of maxConnections (100) 3 are reserved: ' +
      'lower connectionsPerPod or scale.max, or raise maxConnections',
  ]);
});

test.each([
  ['as many as the server accepts', { maxConnections: 163 }],
  ['more than that', { maxConnections: 200 }],
])('clients may open %s', (_, props) => {
  const clients: Clients = { scale: { min: 2, max: 6, targetCpu: 70 }, each: 20 };

  expect(failure(() => shopWith(props, clients))).toMatchObject({ message: 'nothing failed' });
  expect(shopWith({ maxConnections: props.maxConnections - 41 }, clients)).toHaveLength(1);
});

test.each([
  [
    'a version without a number',
    { version: 'latest' },
    `version is 'latest': write the major version, such as '17', or a full one, such as '17.6'`,
  ],
  [
    'a version with a suffix',
    { version: '17-alpine' },
    `version is '17-alpine': write the major version, such as '17', or a full one, such as '17.6'`,
  ],
  [
    'a version that is a number',
    { version: 17 },
    `version is 17: write the major version, such as '17', or a full one, such as '17.6'`,
  ],
  ['a version that is not yet', { version: '19' }, `version is '19', which is not known: use one from '13' to '18'`],
  ['a version that is no more', { version: '9.6' }, `version is '9.6', which is not known: use one from '13' to '18'`],
  [
    'an image of another version',
    { image: 'registry.example.com:5000/team/postgres:16.4-alpine' },
    `image 'registry.example.com:5000/team/postgres:16.4-alpine' has version 16, but version is '17': write the same in both`,
  ],
  [
    'a name that would break connection strings',
    { database: 'shop?x=1' },
    `database is 'shop?x=1', which is no plain name: use letters, digits, '_' and '-', beginning with a letter`,
  ],
  [
    'a user with a space',
    { user: 'shop owner' },
    `user is 'shop owner', which is no plain name: use letters, digits, '_' and '-', beginning with a letter`,
  ],
  [
    'a size that is no quantity',
    { storage: '10 GB' },
    `volume 'data': size is '10 GB': write a quantity such as '10Gi'`,
  ],
  ['a prop that is mistyped', { maxConections: 50 }, 'Postgres.maxConections is unknown: write maxConnections'],
  ['a limit that counts nothing', { maxConnections: 0 }, `maxConnections is 0: use a whole number from 1 on`],
  [
    'its limit among the settings',
    { settings: { max_connections: 300 } },
    `settings.max_connections is 300: write maxConnections: 300, which clients are counted against`,
  ],
  [
    'a setting that is no name',
    { settings: { 'shared buffers': '1GB' } },
    `settings has 'shared buffers', which is no setting: use the names of postgresql.conf, such as shared_buffers`,
  ],
])('fails when a database has %s', (_, props, message) => {
  expect(shopWith(props)).toContain(`db: ${message}`);
});

function external(host: string, props: object = {}): readonly string[] {
  return mistakes((shop) => {
    const password = Credentials.fromExistingSecret(shop, 'credentials', ['DB_PASSWORD']).key('DB_PASSWORD');
    const access = { database: 'orders', user: 'owner', password, ...props } as ExternalPostgresProps;
    new Worker(shop, 'mail', { image, user: 1000 }).connectTo(Postgres.external(host, access));
  });
}

test.each([
  ['a port out of range', { port: 0 }, `connectTo(db-example-com): port is 0: use a whole number from 1 to 65535`],
  [
    'an address that is no range',
    { cidrs: ['10.1.2.3'] },
    `connectTo(db-example-com): to[0].cidr is '10.1.2.3', which is no address range: write one such as '10.20.0.0/16'`,
  ],
  ['no password', { password: undefined }, `connectTo(db-example-com): password is missing: give credentials.key('…')`],
  [
    'a user whose name would break connection strings',
    { user: 'owner@server' },
    `connectTo(db-example-com): user is 'owner@server', which is no plain name: use letters, digits, '_' and '-', beginning with a letter`,
  ],
  [
    'nowhere to be',
    { cidrs: [] },
    `connectTo(db-example-com): the target names nobody, which a network policy would read as everybody: name an address range or pods`,
  ],
])('fails when a managed database has %s', (_, props, message) => {
  expect(external('db.example.com', props)).toEqual([`mail: ${message}`]);
});

test.each([
  ['an image without a version in its tag', { image: 'registry.example.com/postgres:stable' }],
  ['an image of its version', { image: 'registry.example.com/postgres:v17-alpine' }],
  ['names with hyphens, as ids have', { database: 'web-shop', user: 'web-shop' }],
])('a database may have %s', (_, props) => {
  expect(failure(() => shopWith(props))).toMatchObject({ message: 'nothing failed' });
});
