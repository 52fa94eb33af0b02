import {
  Application,
  Claim,
  Config,
  Credentials,
  EmptyDir,
  FluentBit,
  Internet,
  OtelCollector,
  Postgres,
  type Program,
  traefik,
  WebService,
  Worker,
} from '../../lib';
import { image, mail, type Mistake, web } from './mistake';

const prod = { name: 'prod', kubernetes: '1.33' };

/** What goes wrong where a value of another kind is given, or none. */
export const OF_VALUES: readonly Mistake[] = [
  {
    when: 'a variable is all credentials, and not a key of them',
    program: (shop) => {
      const keys = Credentials.fromExistingSecret(shop, 'shop-keys', ['PASSWORD']);
      // @ts-expect-error
      return new WebService(shop, 'web', { ...web, env: { PASSWORD: keys } });
    },
    says: `web: env.PASSWORD is an instance of Credentials: give a text, a number, a boolean, or a source such as credentials.key('…')`,
  },
  {
    when: 'a target is a function that is not called',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', mail).connectTo(Internet.https),
    says: `mail: connectTo: the target is the function https: give a workload, a database, Internet.https() or new Outside(…)`,
  },
  {
    when: 'a target is an address',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', mail).connectTo('https://shop.example.com'),
    says: `mail: connectTo: the target is 'https://shop.example.com': give a workload, a database, Internet.https() or new Outside(…)`,
  },
  {
    when: 'there is no target',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', mail).connectTo(undefined),
    says: `mail: connectTo: the target is undefined: give a workload, a database, Internet.https() or new Outside(…)`,
  },
  {
    when: 'a sidecar is given as props',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', mail).addSidecar({ image }),
    says: `mail: addSidecar: the sidecar is {"image":"ghcr.io/acme/shop:1.4.2"}: give new ContainerSidecar('…', { image }), FluentBit or another Sidecar`,
  },
  {
    when: 'the exposure of an environment is not called',
    program: (shop) => new WebService(shop, 'web', web).expose('shop.example.com'),
    // @ts-expect-error
    environment: { ...prod, exposure: traefik },
    says: 'prod: exposure is the function traefik: call it, as in traefik()',
  },
  {
    when: 'the exposure of an environment is a name',
    program: (shop) => new WebService(shop, 'web', web).expose('shop.example.com'),
    // @ts-expect-error
    environment: { ...prod, exposure: 'traefik' },
    says: `prod: exposure is 'traefik': give an adapter, such as traefik() or nodePort()`,
  },
  {
    when: 'pull secrets are one text',
    program: (shop) => new WebService(shop, 'web', web),
    // @ts-expect-error
    environment: { ...prod, pullSecrets: 'registry' },
    says: `prod: pullSecrets is 'registry', which is no list: write ['registry']`,
  },
  {
    when: 'who reads metrics is no list',
    program: (shop) => new Worker(shop, 'mail', { ...mail, ports: { metrics: 9090 }, metrics: { port: 'metrics' } }),
    // @ts-expect-error
    environment: { ...prod, metricsFrom: { namespace: 'monitoring' } },
    says: `prod: metricsFrom is {"namespace":"monitoring"}, which is no list: write [{ namespace: 'monitoring' }] or [{ cidr: '10.0.0.0/8' }]`,
  },
  {
    when: 'who reads metrics is a name',
    program: (shop) => new Worker(shop, 'mail', { ...mail, ports: { metrics: 9090 }, metrics: { port: 'metrics' } }),
    // @ts-expect-error
    environment: { ...prod, metricsFrom: ['monitoring'] },
    says: `prod: metricsFrom[0] is 'monitoring': write { namespace: '…' } or { cidr: '…' }`,
  },
  {
    when: 'a database has no password',
    // @ts-expect-error
    program: (shop) => new Postgres(shop, 'db', { version: '17', storage: '1Gi' }),
    says: `db: password is missing: give credentials.key('…')`,
  },
  {
    when: 'the password of a database is written into the program',
    // @ts-expect-error
    program: (shop) => new Postgres(shop, 'db', { version: '17', storage: '1Gi', password: 'hunter2' }),
    says: `db: password is no key of a Secret: write credentials.key('…'), as no value passes through here`,
  },
  {
    when: 'a claim is given nothing',
    // @ts-expect-error
    program: (shop) => new Claim(shop, 'uploads'),
    says: 'uploads: Claim is undefined: give an object',
  },
  {
    when: 'a config is given nothing',
    // @ts-expect-error
    program: (shop) => new Config(shop, 'pages'),
    says: 'pages: Config is undefined: give an object',
  },
  {
    when: 'a scratch volume is given nothing',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', mail).mount('/cache', new EmptyDir('cache')),
    says: `mail: volume 'cache': EmptyDir is undefined: give an object`,
  },
  {
    when: 'a log agent is given nothing',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', mail).addSidecar(new FluentBit()),
    says: 'mail: FluentBit is undefined: give an object',
  },
  {
    when: 'a collector is given nothing',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', mail).addSidecar(new OtelCollector()),
    says: 'mail: OtelCollector is undefined: give an object',
  },
  {
    when: 'a pod has two log agents',
    program: (shop) => {
      const worker = new Worker(shop, 'mail', mail);
      for (const tail of ['/var/log/mail/*.log', '/var/log/spam/*.log']) worker.addSidecar(new FluentBit({ tail }));
    },
    says: 'mail: has two FluentBit sidecars, whose names and ports would be the same: remove one',
  },
  {
    when: 'a pod has two collectors',
    program: (shop) => {
      const worker = new Worker(shop, 'mail', mail);
      for (const receive of ['otlp', 'otlp'] as const) worker.addSidecar(new OtelCollector({ receive }));
    },
    says: 'mail: has two OtelCollector sidecars, whose names and ports would be the same: remove one',
  },
  {
    when: 'two claims have one id',
    program: (shop) => {
      for (const size of ['1Gi', '2Gi']) new Claim(shop, 'uploads', { size, accessMode: 'ReadWriteOnce' });
    },
    says: `uploads: the id is taken in 'shop' already: give one of the two another one`,
  },
  {
    when: 'two configs have one id',
    program: (shop) => {
      for (const start of ['Shop', 'Sale']) new Config(shop, 'pages', { data: { start } });
    },
    says: `pages: the id is taken in 'shop' already: give one of the two another one`,
  },
  {
    when: 'two applications have one id',
    program: (shop) => new Application(shop.node.root as Program, 'shop', shop.environment),
    says: `shop: the id is taken in 'prod' already: give one of the two another one`,
  },
  {
    when: 'a mount can be only read, in other letters',
    program: (shop) => {
      const cache = new EmptyDir('cache', { size: '1Gi' });
      // @ts-expect-error
      new Worker(shop, 'mail', mail).mount('/cache', cache, { readonly: true });
    },
    says: `mail: mount('/cache', cache): options.readonly is unknown: write readOnly`,
  },
  {
    when: 'a variable uses two that nobody sets',
    program: (shop) => new Worker(shop, 'mail', { ...mail, env: { DB: '$(PGHOST):$(PGPORT) on $(PGHOST)' } }),
    says: 'mail: env.DB uses $(PGHOST) and $(PGPORT), which no earlier variable defines: set them before it, connect to what provides them, or write $$(PGHOST)',
  },
];
