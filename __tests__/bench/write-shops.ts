/** Writes so many shops into a folder, with built-in kinds only: `tsx __tests__/bench/write-shops.ts <folder> <shops>` */
import { Application, Claim, Credentials, FluentBit, ingress, Postgres, Program, WebService, Worker } from '../../lib';
import { writeFiles } from '../../lib/synth/write';

const exposure = ingress({ class: 'nginx', issuer: 'letsencrypt', from: [{ namespace: 'ingress' }] });
const PROD = { name: 'prod', kubernetes: '1.33', exposure };
const image = 'ghcr.io/acme/shop:1.4.2';
const health = { live: '/healthz', ready: '/readyz' };

/** A shop with a database, a worker, a log sidecar, autoscaling and a host of its own. */
function addShop(index: number): void {
  const shop = new Application(program, `shop-${index}`, PROD);
  const credentials = Credentials.fromExistingSecret(shop, 'credentials', ['DB_PASSWORD', 'SESSION_KEY']);
  const password = credentials.key('DB_PASSWORD');
  const database = new Postgres(shop, 'db', { version: '17', storage: '20Gi', password });
  const web = new WebService(shop, 'web', {
    image,
    user: 1000,
    port: 8080,
    health,
    scale: { min: 2, max: 6, targetCpu: 70 },
    config: { LOG_LEVEL: 'info', LOG_FILE: '/var/log/shop/shop.log' },
    secrets: { SESSION_KEY: credentials.key('SESSION_KEY') },
  });
  web.mount('/srv/uploads', new Claim(shop, 'uploads', { size: '10Gi', accessMode: 'ReadWriteMany' }));
  web.addSidecar(new FluentBit({ tail: '/var/log/shop/*.log' }));
  web.expose(`shop-${index}.example.com`);
  const worker = new Worker(shop, 'worker', { image, user: 1000, scale: 2, config: { LOG_LEVEL: 'info' } });
  for (const client of [web, worker]) client.connectTo(database);
}

const [folder = '', shops = '1'] = process.argv.slice(2);
const program = new Program();
for (let index = 0; index < Number(shops); index++) addShop(index);
const { files, findings } = program.render();
writeFiles(folder, files);
console.log(`objects: ${files.flatMap(({ resources }) => resources).length}, findings: ${findings.length}`);
