type Slipway = typeof import('../../lib');

/** How many objects a shop becomes. */
export const OBJECTS_OF_A_SHOP = 25;

const image = 'ghcr.io/acme/shop:1.4.2';
const health = { live: '/healthz', ready: '/readyz' };

/** A program of shops with built-in kinds only, so many in each environment, made with `lib` or what it compiles to. */
export function shopProgram(
  lib: Slipway,
  shops: number,
  environments: readonly string[],
): InstanceType<Slipway['Program']> {
  const program = new lib.Program();
  const exposure = lib.ingress({ class: 'nginx', issuer: 'letsencrypt', from: [{ namespace: 'ingress' }] });
  for (const name of environments) {
    const environment = { name, kubernetes: '1.33', exposure };
    for (let index = 0; index < shops; index++)
      addShop(lib, new lib.Application(program, `shop-${index}`, environment));
  }
  return program;
}

/** A shop with a database, a worker, a log sidecar, autoscaling and a host of its own. */
function addShop(lib: Slipway, shop: InstanceType<Slipway['Application']>): void {
  const credentials = lib.Credentials.fromExistingSecret(shop, 'credentials', ['DB_PASSWORD', 'SESSION_KEY']);
  const password = credentials.key('DB_PASSWORD');
  const database = new lib.Postgres(shop, 'db', { version: '17', storage: '20Gi', password });
  const web = new lib.WebService(shop, 'web', {
    image,
    user: 1000,
    port: 8080,
    health,
    scale: { min: 2, max: 6, targetCpu: 70 },
    config: { LOG_LEVEL: 'info', LOG_FILE: '/var/log/shop/shop.log' },
    secrets: { SESSION_KEY: credentials.key('SESSION_KEY') },
  });
  web.mount('/srv/uploads', new lib.Claim(shop, 'uploads', { size: '10Gi', accessMode: 'ReadWriteMany' }));
  web.addSidecar(new lib.FluentBit({ tail: '/var/log/shop/*.log' }));
  web.expose(`${shop.node.id}.example.com`);
  const worker = new lib.Worker(shop, 'worker', { image, user: 1000, scale: 2, config: { LOG_LEVEL: 'info' } });
  for (const client of [web, worker]) client.connectTo(database);
}
