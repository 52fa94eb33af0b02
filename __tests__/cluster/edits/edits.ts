import type { Assumptions } from '../../../lib/plan/options';

/** What is replaced in a text, and by what; the first place counts. */
export type Replacement = readonly [found: string, by: string];

/** A change of main.ts, the Miniflux program. */
export interface Edit {
  readonly title: string;
  /** @default prod */
  readonly environment?: 'dev' | 'test' | 'prod';
  /** What is different in the program already before. @default - nothing */
  readonly given?: readonly Replacement[];
  readonly change: readonly Replacement[];
  /** What is known of the cluster that the manifests do not say. @default - nothing */
  readonly assume?: Assumptions;
}

const PROD_SCALE = 'scale: { min: 2, max: 6, targetCpu: 70 }';
const END = '    web.expose(new URL(url).host);\n';
const IMPORT: Replacement = [
  'import { Application',
  "import { JsonPatch } from 'cdk8s';\nimport { Claim, patch, Application",
];

/** Adds statements at the end of the application. */
function atEnd(...statements: readonly string[]): Replacement {
  return [END, `${END}    ${statements.join('\n    ')}\n`];
}

/** Patches an object of a workload in production. */
function patched(workload: string, kind: string, ...operations: readonly string[]): readonly Replacement[] {
  const patches = operations.map((operation) => `JsonPatch.${operation}`).join(', ');
  return [IMPORT, atEnd(`if (environment.name === 'prod') patch(${workload}, '${kind}', ${patches});`)];
}

const CLAIM = (size: string, storageClass: string) =>
  `web.mount('/cache', new Claim(this, 'cache', { size: '${size}', accessMode: 'ReadWriteMany', storageClass: '${storageClass}' }));`;

/** Changes that people make, and some that they should not. */
export const EDITS: readonly Edit[] = [
  { title: 'a newer image', change: [['miniflux:2.3.3', 'miniflux:2.3.4']] },
  { title: 'another registry', environment: 'dev', change: [['docker.io/miniflux', 'registry.example.com/miniflux']] },
  {
    title: 'one more variable',
    change: [['env: { DATABASE_URL: Postgres.DSN }', "env: { DATABASE_URL: Postgres.DSN, TZ: 'UTC' }"]],
  },
  { title: 'another value in the config', change: [["logLevel: 'warning'", "logLevel: 'info'"]] },
  {
    title: 'one more key in the config',
    environment: 'test',
    change: [['LOG_DATE_TIME: 1', 'LOG_DATE_TIME: 1, WATCHDOG: 1']],
  },
  { title: 'more replicas at least', change: [[PROD_SCALE, PROD_SCALE.replace('min: 2', 'min: 3')]] },
  {
    title: 'more replicas, without an autoscaler',
    environment: 'dev',
    given: [['scale: 1,', 'scale: 2,']],
    change: [['scale: 2,', 'scale: 3,']],
  },
  {
    title: 'no autoscaler any more',
    environment: 'dev',
    given: [['scale: 1,', 'scale: { min: 1, max: 3, targetCpu: 70 },']],
    change: [['scale: { min: 1, max: 3, targetCpu: 70 },', 'scale: 2,']],
  },
  { title: 'an autoscaler instead of a number', given: [[PROD_SCALE, 'scale: 3']], change: [['scale: 3', PROD_SCALE]] },
  { title: 'a bigger database', change: [["databaseSize: '50Gi'", "databaseSize: '100Gi'"]] },
  { title: 'a smaller database', change: [["databaseSize: '50Gi'", "databaseSize: '20Gi'"]] },
  { title: 'another storage class', change: [["storageClass: 'ssd'", "storageClass: 'standard'"]] },
  { title: 'a renamed worker', change: [["new Worker(this, 'worker'", "new Worker(this, 'fetcher'"]] },
  { title: 'a renamed web service', change: [["new WebService(this, 'web'", "new WebService(this, 'pages'"]] },
  { title: 'a renamed database', change: [["new Postgres(this, 'db'", "new Postgres(this, 'postgres'"]] },
  {
    title: 'a renamed application, and so another namespace',
    change: [["super(program, 'miniflux'", "super(program, 'reader'"]],
  },
  { title: 'another port', change: [['port: 8080,', 'port: 8081,']] },
  { title: 'another host', change: [['https://reader.example.com', 'https://news.example.com']] },
  {
    title: 'another host behind Traefik',
    environment: 'test',
    change: [['https://reader.test.example.com', 'https://news.test.example.com']],
  },
  {
    title: 'no TLS any more',
    environment: 'test',
    given: [["name: 'test',", "name: 'test', preset: 'development',"]],
    change: [
      ["traefik({ issuer: 'letsencrypt-staging' })", 'traefik()'],
      ['https://reader.test', 'http://reader.test'],
      ['web.expose(new URL(url).host)', 'web.expose(new URL(url).host, { tls: false })'],
    ],
  },
  { title: 'another certificate issuer', environment: 'test', change: [['letsencrypt-staging', 'letsencrypt']] },
  {
    title: 'a load balancer instead of a node port',
    environment: 'dev',
    change: [
      ['nodePort()', 'loadBalancer()'],
      ['nodePort }', 'loadBalancer }'],
      ['http://localhost:30080', 'http://localhost'],
    ],
  },
  { title: 'not exposed any more', change: [['    web.expose(new URL(url).host);\n', '']] },
  {
    title: 'no way into the internet any more',
    change: [['    worker.connectTo(Internet.web()); // fetches the feeds\n', '']],
  },
  { title: 'one more connection', change: [atEnd('worker.connectTo(Internet.https());')] },
  {
    title: 'no sidecar for logs any more',
    change: [["    web.addSidecar(new FluentBit({ tail: logFile, parse: 'json' }));\n", '']],
  },
  {
    title: 'a new sidecar for metrics',
    given: [["    web.addSidecar(new OtelCollector({ scrape: 'http://127.0.0.1:8080/metrics' }));\n", '']],
    change: [atEnd("web.addSidecar(new OtelCollector({ scrape: 'http://127.0.0.1:8080/metrics' }));")],
  },
  {
    title: 'a database without its exporter',
    change: [['    database.addSidecar(new PostgresExporter(database));\n', '']],
  },
  { title: 'more CPU', change: [["cpu: '200m'", "cpu: '300m'"]] },
  { title: 'the same memory in another spelling', change: [["memory: '256Mi'", "memory: '0.25Gi'"]] },
  { title: 'another path for health', change: [["live: '/healthz'", "live: '/livez'"]] },
  { title: 'another user', change: [['user: 65534', 'user: 1000']] },
  { title: 'a newer PostgreSQL', change: [["version: '17.6'", "version: '17.7'"]] },
  {
    title: 'a secret as a variable instead of a file',
    change: [
      [
        "ADMIN_PASSWORD_FILE: credentials.key('ADMIN_PASSWORD').file",
        "ADMIN_PASSWORD: credentials.key('ADMIN_PASSWORD')",
      ],
    ],
  },
  { title: 'a newer Kubernetes', change: [["kubernetes: '1.33'", "kubernetes: '1.34'"]] },
  { title: 'metrics from another namespace', change: [["namespace: 'monitoring'", "namespace: 'observability'"]] },
  { title: 'a volume that stays', given: [IMPORT], change: [atEnd(CLAIM('1Gi', 'standard'))] },
  {
    title: 'a bigger volume, of a class that lets it grow',
    given: [IMPORT, atEnd(CLAIM('1Gi', 'standard'))],
    change: [["size: '1Gi', accessMode", "size: '2Gi', accessMode"]],
    assume: { volumeExpansion: true },
  },
  {
    title: 'a bigger volume, of a class that does not',
    given: [IMPORT, atEnd(CLAIM('1Gi', 'ssd'))],
    change: [["size: '1Gi', accessMode", "size: '2Gi', accessMode"]],
    assume: { volumeExpansion: false },
  },
  {
    title: 'a smaller volume',
    given: [IMPORT, atEnd(CLAIM('2Gi', 'standard'))],
    change: [["size: '2Gi', accessMode", "size: '1Gi', accessMode"]],
  },
  { title: 'a rollout that takes its time', change: patched('web', 'Deployment', "add('/spec/minReadySeconds', 30)") },
  {
    title: 'a paused rollout and a newer image',
    change: [['miniflux:2.3.3', 'miniflux:2.3.4'], ...patched('web', 'Deployment', "add('/spec/paused', true)")],
  },
  {
    title: 'all pods at once',
    change: patched('web', 'Deployment', "replace('/spec/strategy', { type: 'Recreate' })"),
  },
  {
    title: 'an annotation on a workload',
    change: patched('web', 'Deployment', "add('/metadata/annotations', { team: 'reader' })"),
  },
  {
    title: 'a label in the pod template',
    change: patched('web', 'Deployment', "add('/spec/template/metadata/labels/tier', 'pages')"),
  },
  {
    title: 'the order of variables',
    change: patched(
      'web',
      'Deployment',
      "move('/spec/template/spec/containers/0/env/0', '/spec/template/spec/containers/0/env/1')",
    ),
  },
  {
    title: 'another selector',
    change: patched(
      'web',
      'Deployment',
      "add('/spec/selector/matchLabels/tier', 'pages')",
      "add('/spec/template/metadata/labels/tier', 'pages')",
    ),
  },
  {
    title: 'a default written out',
    change: patched('web', 'Deployment', "add('/spec/template/spec/schedulerName', 'default-scheduler')"),
  },
  {
    title: 'pods of the database start together',
    change: patched('database', 'StatefulSet', "add('/spec/podManagementPolicy', 'Parallel')"),
  },
  {
    title: 'fewer revisions of the database are kept',
    change: patched('database', 'StatefulSet', "add('/spec/revisionHistoryLimit', 3)"),
  },
  {
    title: 'a newer database that waits for somebody to delete its pod',
    change: [
      ["version: '17.6'", "version: '17.7'"],
      ...patched('database', 'StatefulSet', "add('/spec/updateStrategy', { type: 'OnDelete' })"),
    ],
  },
  { title: 'a Service that becomes headless', change: patched('web', 'Service', "add('/spec/clusterIP', 'None')") },
  { title: 'another kind of Service', change: patched('web', 'Service', "add('/spec/type', 'NodePort')") },
  { title: 'sticky sessions', change: patched('web', 'Service', "add('/spec/sessionAffinity', 'ClientIP')") },
  {
    title: 'the same port for UDP as well',
    given: patched(
      'web',
      'Deployment',
      "add('/spec/template/spec/containers/0/ports/-', { name: 'quic', containerPort: 8080, protocol: 'UDP' })",
    ),
    change: [
      atEnd(
        "if (environment.name === 'prod') patch(web, 'Service', JsonPatch.add('/spec/ports/-', { name: 'quic', port: 80, targetPort: 'quic', protocol: 'UDP' }));",
      ),
    ],
  },
];
