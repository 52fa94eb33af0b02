import { Config, Credentials, Postgres, type PostgresProps } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { type Rendered, render } from '../support/render';
import { yaml } from '../support/yaml';

type Given = Partial<PostgresProps> & { readonly init?: Readonly<Record<string, string>> };

/** A shop with a database that has these props. */
function database({ init, ...props }: Given = {}): Rendered {
  return render((shop) => {
    const password = Credentials.fromExistingSecret(shop, 'credentials', ['DB_PASSWORD']).key('DB_PASSWORD');
    const initScripts = init && new Config(shop, 'scripts', { data: init, rollout: 'checksum' });
    new Postgres(shop, 'db', { version: '17', storage: '10Gi', password, initScripts, ...props });
  });
}

test('a database runs as its image is made, and keeps its data', () => {
  const { get, ids } = database();

  expect(ids).toEqual([
    'Namespace/shop',
    'ServiceAccount/db',
    'Service/db',
    'NetworkPolicy/db-default-deny',
    'StatefulSet/db',
  ]);
  expect(get('StatefulSet').spec).toMatchObject(
    yaml`
    replicas: 1
    serviceName: db
    template:
      spec:
        securityContext: { runAsNonRoot: true, runAsUser: 70, runAsGroup: 70, fsGroup: 70, fsGroupChangePolicy: OnRootMismatch }
        terminationGracePeriodSeconds: 120
    volumeClaimTemplates:
      - metadata: { name: data }
        spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 10Gi } } }
    persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled: Retain }
  ` as object,
  );
});

test('its container writes where it has to, and nowhere else', () => {
  const set = database().get('StatefulSet');

  expect(containerOf(set, 'db')).toMatchObject(
    yaml`
    image: docker.io/library/postgres:17-alpine
    ports: [{ name: postgres, containerPort: 5432 }]
    env:
      - { name: POSTGRES_DB, value: shop }
      - { name: POSTGRES_USER, value: shop }
      - { name: POSTGRES_PASSWORD_FILE, value: /etc/credentials/credentials/DB_PASSWORD }
      - { name: POSTGRES_INITDB_ARGS, value: --data-checksums }
      - { name: PGDATA, value: /var/lib/postgresql/data/pgdata }
    resources: { requests: { cpu: 250m, memory: 512Mi }, limits: { memory: 512Mi } }
    volumeMounts:
      - { name: credentials-db, mountPath: /etc/credentials/credentials, readOnly: true }
      - { name: tmp, mountPath: /tmp }
      - { name: data, mountPath: /var/lib/postgresql/data }
      - { name: run, mountPath: /var/run/postgresql }
      - { name: shm, mountPath: /dev/shm }
    securityContext: { readOnlyRootFilesystem: true }
  ` as object,
  );
  expect(containerOf(set, 'db')).not.toHaveProperty('args');
  expect(podOf(set).spec.volumes).toEqual(yaml`
    - name: credentials-db
      secret: { secretName: credentials, items: [{ key: DB_PASSWORD, path: DB_PASSWORD }] }
    - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
    - { name: run, emptyDir: { sizeLimit: 16Mi } }
    - { name: shm, emptyDir: { medium: Memory, sizeLimit: 128Mi } }
  `);
});

test('it is asked over TCP, and has minutes to recover', () => {
  const exec = { command: ['pg_isready', '-h', '127.0.0.1', '-U', 'owner', '-d', 'orders'] };

  expect(containerOf(database({ user: 'owner', database: 'orders' }).get('StatefulSet'), 'db')).toMatchObject({
    readinessProbe: { exec },
    livenessProbe: { exec, failureThreshold: 6 },
    startupProbe: { exec, periodSeconds: 5, failureThreshold: 120 },
  });
});

test.each([
  ['17', '17-alpine', '/var/lib/postgresql/data', '/var/lib/postgresql/data/pgdata'],
  ['16.9', '16.9-alpine', '/var/lib/postgresql/data', '/var/lib/postgresql/data/pgdata'],
  ['18', '18-alpine', '/var/lib/postgresql', '/var/lib/postgresql/pgdata'],
  ['18.1', '18.1-alpine', '/var/lib/postgresql', '/var/lib/postgresql/pgdata'],
])('version %s keeps its data where its image expects it', (version, tag, mountPath, folder) => {
  expect(containerOf(database({ version }).get('StatefulSet'), 'db')).toMatchObject({
    image: `docker.io/library/postgres:${tag}`,
    env: expect.arrayContaining([{ name: 'PGDATA', value: folder }]),
    volumeMounts: expect.arrayContaining([{ name: 'data', mountPath }]),
  });
});

test('every prop of a database', () => {
  const every: Required<Omit<PostgresProps, 'password' | 'initScripts'>> = {
    version: '17.6',
    storage: '50Gi',
    storageClass: 'fast',
    database: 'orders',
    user: 'owner',
    maxConnections: 200,
    settings: { shared_buffers: '256MB', work_mem: '8MB', max_wal_senders: 0 },
    resources: { cpu: '1', memory: '2Gi', cpuLimit: '2' },
    image: 'registry.example.com/postgres-postgis:17',
    placement: { nodeSelector: { disk: 'ssd' } },
    retention: { whenDeleted: 'Delete', whenScaled: 'Retain' },
    adopt: { name: 'pg', selector: { app: 'pg' } },
    serviceName: 'pg-headless',
  };
  const { get } = database({ ...every, init: { 'extensions.sql': 'create extension postgis;' } });
  const set = get('StatefulSet', 'pg');

  expect(get('Service').metadata.name).toBe('pg-headless');
  expect(set.spec).toMatchObject(
    yaml`
    serviceName: pg-headless
    selector: { matchLabels: { app: pg } }
    persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete, whenScaled: Retain }
    volumeClaimTemplates:
      - spec: { resources: { requests: { storage: 50Gi } }, storageClassName: fast }
    template:
      spec: { nodeSelector: { disk: ssd } }
  ` as object,
  );
  expect(containerOf(set, 'db')).toMatchObject(
    yaml`
    image: registry.example.com/postgres-postgis:17
    args: [-c, max_connections=200, -c, shared_buffers=256MB, -c, work_mem=8MB, -c, max_wal_senders=0]
    resources: { requests: { cpu: '1', memory: 2Gi }, limits: { cpu: '2', memory: 2Gi } }
  ` as object,
  );
  expect(containerOf(set, 'db').env).toEqual(
    expect.arrayContaining([
      { name: 'POSTGRES_DB', value: 'orders' },
      { name: 'POSTGRES_USER', value: 'owner' },
    ]),
  );
  expect(podOf(set).metadata.annotations).toHaveProperty(['slipway.dev/checksum-scripts']);
  expect(containerOf(set, 'db').volumeMounts).toContainEqual({
    name: 'scripts',
    mountPath: '/docker-entrypoint-initdb.d',
    readOnly: true,
  });
});
