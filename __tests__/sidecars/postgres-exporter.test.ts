import { Credentials, Postgres, StatefulService } from '../../lib';
import { PostgresExporter, type PostgresExporterProps, type PostgresLogin } from '../../lib/sidecars/postgres-exporter';
import { containerOf, podOf } from '../support/objects';
import { mistakes, PROD, render, type Rendered } from '../support/render';
import { yaml } from '../support/yaml';

function withExporter(login: Partial<PostgresLogin> = {}, props?: PostgresExporterProps): Rendered {
  return render(
    (shop) => {
      const password = Credentials.fromExistingSecret(shop, 'db-credentials', ['PASSWORD']).key('PASSWORD');
      const db = new StatefulService(shop, 'db', {
        image: 'docker.io/library/postgres:17-alpine',
        user: 70,
        ports: { postgres: 5432 },
      });
      db.addSidecar(new PostgresExporter({ database: 'shop', user: 'shop', password, ...login }, props));
    },
    { ...PROD, metricsFrom: [{ namespace: 'monitoring' }] },
  );
}

test('the exporter asks the server in its pod, with the password from a file', () => {
  const { get } = withExporter();
  const exporter = containerOf(get('StatefulSet'), 'postgres-exporter');

  expect(exporter).toMatchObject({
    image: 'quay.io/prometheuscommunity/postgres-exporter:v0.20.1',
    restartPolicy: 'Always',
    ports: [{ name: 'metrics', containerPort: 9187 }],
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '64Mi' } },
    securityContext: { runAsUser: 65534, runAsGroup: 65534 },
  });
  expect(exporter.env).toEqual(yaml`
    - { name: DATA_SOURCE_URI, value: '127.0.0.1:5432/shop?sslmode=disable' }
    - { name: DATA_SOURCE_USER, value: shop }
    - { name: DATA_SOURCE_PASS_FILE, value: /etc/credentials/db-credentials/PASSWORD }
  `);
  expect(exporter.volumeMounts).toEqual([
    expect.objectContaining({ mountPath: '/etc/credentials/db-credentials', readOnly: true }),
  ]);
});

test('the environment says who reads the metrics', () => {
  const { get } = withExporter();

  expect(get('NetworkPolicy', 'db-from-metrics').spec).toMatchObject({ ingress: [{ ports: [{ port: 9187 }] }] });
  expect(podOf(get('StatefulSet')).metadata.annotations).toMatchObject({
    'prometheus.io/port': '9187',
    'prometheus.io/path': '/metrics',
  });
});

test('an outage of the server does not restart the exporter', () => {
  const exporter = containerOf(withExporter().get('StatefulSet'), 'postgres-exporter');

  expect(exporter['livenessProbe']).toEqual(yaml`
    httpGet: { path: /, port: metrics }
    periodSeconds: 30
    timeoutSeconds: 5
    failureThreshold: 5
  `);
  expect(exporter).not.toHaveProperty('readinessProbe');
});

test('the port can be another one, and the name of the database any text', () => {
  const exporter = containerOf(withExporter({ port: 5433, database: 'a b?' }).get('StatefulSet'), 'postgres-exporter');

  expect(exporter.env?.[0]).toEqual({ name: 'DATA_SOURCE_URI', value: '127.0.0.1:5433/a%20b%3F?sslmode=disable' });
});

test('image and resources can be chosen', () => {
  const { get } = withExporter({}, { image: 'registry.example.com/postgres-exporter:1', resources: 'small' });

  expect(containerOf(get('StatefulSet'), 'postgres-exporter')).toMatchObject({
    image: 'registry.example.com/postgres-exporter:1',
    resources: { limits: { memory: '128Mi' } },
  });
});

test('a database of the application says all that the exporter needs', () => {
  const { get } = render((shop) => {
    const password = Credentials.fromExistingSecret(shop, 'db-credentials', ['PASSWORD']).key('PASSWORD');
    const db = new Postgres(shop, 'db', { version: '17', storage: '10Gi', password });
    db.addSidecar(new PostgresExporter(db));
  });

  expect(containerOf(get('StatefulSet'), 'postgres-exporter').env).toContainEqual({
    name: 'DATA_SOURCE_URI',
    value: '127.0.0.1:5432/shop?sslmode=disable',
  });
});

test.each([
  [{ port: 99999 }, 'PostgresExporter.port is 99999: use a whole number from 1 to 65535'],
  [
    { password: 'hunter2' },
    "PostgresExporter.password is no credential: a secret value must not be in the program, so use credentials.key('…')",
  ],
])('fails for %j, and repeats no secret', (login, problem) => {
  const problems = mistakes((shop) => {
    const password = Credentials.fromExistingSecret(shop, 'db-credentials', ['PASSWORD']).key('PASSWORD');
    new StatefulService(shop, 'db', { image: 'postgres:17', user: 70, ports: { postgres: 5432 } }).addSidecar(
      new PostgresExporter({ database: 'shop', user: 'shop', password, ...login } as PostgresLogin),
    );
  });

  expect(problems).toEqual([`db: ${problem}`]);
});

test('fails when a prop of the exporter is mistyped', () => {
  const problems = mistakes((shop) => {
    const password = Credentials.fromExistingSecret(shop, 'db-credentials', ['PASSWORD']).key('PASSWORD');
    const db = new Postgres(shop, 'db', { version: '17', storage: '10Gi', password });
    // @ts-expect-error it is resources
    db.addSidecar(new PostgresExporter(db, { resource: 'small' }));
  });

  expect(problems).toEqual(['db: PostgresExporter.resource is unknown: write resources']);
});
