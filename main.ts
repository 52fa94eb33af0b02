import { Application, Credentials, type Environment, FluentBit, gateway, Internet, nodePort } from './lib';
import { OtelCollector, Postgres, PostgresExporter, Program, type Scale, traefik, WebService, Worker } from './lib';

/** The values in which environments differ. */
interface Settings {
  environment: Environment;
  url: string;
  logLevel: 'debug' | 'info' | 'warning';
  scale: Scale;
  databaseSize: string;
}

const cluster = { kubernetes: '1.33', metricsFrom: [{ namespace: 'monitoring' }] };
const parent = { name: 'public', namespace: 'gateway', section: 'https', httpSection: 'http' };
const shared = gateway({ parent, from: [{ namespace: 'gateway' }] });
const environments: readonly Settings[] = [
  {
    environment: { ...cluster, name: 'dev', preset: 'development', context: 'kind-dev', exposure: nodePort() },
    url: 'http://localhost:30080',
    logLevel: 'debug',
    scale: 1,
    databaseSize: '1Gi',
  },
  {
    environment: { ...cluster, name: 'test', context: 'test', exposure: traefik({ issuer: 'letsencrypt-staging' }) },
    url: 'https://reader.test.example.com',
    logLevel: 'info',
    scale: { min: 2, max: 3, targetCpu: 70 },
    databaseSize: '10Gi',
  },
  {
    environment: { ...cluster, name: 'prod', context: 'prod', exposure: shared, storageClass: 'ssd' },
    url: 'https://reader.example.com',
    logLevel: 'warning',
    scale: { min: 2, max: 6, targetCpu: 70 },
    databaseSize: '50Gi',
  },
];

/** Miniflux, a feed reader: https://miniflux.app */
class Miniflux extends Application {
  constructor(program: Program, { environment, url, logLevel, scale, databaseSize: storage }: Settings) {
    super(program, 'miniflux', environment);
    const keys = ['DB_PASSWORD', 'ADMIN_PASSWORD', 'MEDIA_PROXY_KEY'] as const;
    const credentials = Credentials.fromExistingSecret(this, 'miniflux-credentials', keys);
    const database = new Postgres(this, 'db', { version: '17.6', storage, password: credentials.key('DB_PASSWORD') });
    database.addSidecar(new PostgresExporter(database));

    const miniflux = { image: 'docker.io/miniflux/miniflux:2.3.3', user: 65534 };
    const health = { live: '/healthz', ready: '/readyz' };
    const connections = { web: 10, worker: 20 };
    const common = { BASE_URL: url, LOG_LEVEL: logLevel, LOG_FORMAT: 'json', LOG_DATE_TIME: 1 };
    const pages = { HTTPS: Number(url.startsWith('https:')), METRICS_COLLECTOR: 1, DISABLE_SCHEDULER_SERVICE: 1 };
    const admin = { CREATE_ADMIN: 1, ADMIN_USERNAME: 'admin', RUN_MIGRATIONS: 1 };
    const logFile = '/var/log/miniflux/miniflux.log';

    const web = new WebService(this, 'web', {
      ...miniflux,
      port: 8080,
      scale,
      health,
      resources: { cpu: '200m', memory: '256Mi' },
      config: { ...common, ...pages, LOG_FILE: logFile, DATABASE_MAX_CONNS: connections.web },
      secrets: { MEDIA_PROXY_PRIVATE_KEY: credentials.key('MEDIA_PROXY_KEY') },
      env: { DATABASE_URL: Postgres.DSN },
    });
    web.addSidecar(new FluentBit({ tail: logFile, parse: 'json' }));
    web.addSidecar(new OtelCollector({ scrape: 'http://127.0.0.1:8080/metrics' }));

    const worker = new Worker(this, 'worker', {
      ...miniflux,
      ports: { http: 8080 },
      singleton: true,
      health: { ...health, start: { http: '/healthz', failureThreshold: 360 } }, // an hour, as migrations come first
      resources: 'medium',
      config: { ...common, ...admin, DATABASE_MAX_CONNS: connections.worker },
      env: { DATABASE_URL: Postgres.DSN, ADMIN_PASSWORD_FILE: credentials.key('ADMIN_PASSWORD').file },
    });

    web.connectTo(database, { connectionsPerPod: connections.web });
    worker.connectTo(database, { connectionsPerPod: connections.worker });
    web.connectTo(Internet.web()); // looks for the feeds of a page
    worker.connectTo(Internet.web()); // fetches the feeds
    web.expose(new URL(url).host);
  }
}

export const program = new Program();
for (const settings of environments) new Miniflux(program, settings);
if (require.main === module) program.synth();
