import { Application, Claim, Credentials, FluentBit, Postgres, Program, traefik, WebService } from '../../lib';

export const program = new Program();
const exposure = traefik({ issuer: 'letsencrypt' });
const shop = new Application(program, 'shop', { name: 'prod', kubernetes: '1.33', exposure });
const credentials = Credentials.fromExistingSecret(shop, 'shop-credentials', ['DB_PASSWORD', 'SESSION_KEY']);
const password = credentials.key('DB_PASSWORD');
const database = new Postgres(shop, 'db', { version: '17', storage: '20Gi', password });
const image = 'ghcr.io/acme/shop:1.4.2';
const health = { live: '/healthz', ready: '/readyz' };
const config = { LOG_LEVEL: 'info', LOG_FILE: '/var/log/shop/shop.log' };
const secrets = { SESSION_KEY: credentials.key('SESSION_KEY') };
const scale = { min: 2, max: 6, targetCpu: 70 };
const web = new WebService(shop, 'web', { image, user: 1000, port: 8080, health, scale, config, secrets });
web.mount('/srv/uploads', new Claim(shop, 'uploads', { size: '10Gi', accessMode: 'ReadWriteMany' }));
web.addSidecar(new FluentBit({ tail: '/var/log/shop/*.log' }));
web.connectTo(database);
web.expose('shop.example.com');
if (require.main === module) program.synth();
