import { Credentials, EmptyDir, WebService } from '../../lib';
import { image, type Mistake, web } from './mistake';

/** What goes wrong in a container: its image, variables, probes, resources and mounts. */
export const OF_CONTAINERS: readonly Mistake[] = [
  {
    when: 'the image is not said',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { user: 1000, port: 8080 }),
    says: 'web: image is undefined: name the image with a tag',
  },
  {
    when: 'the image is empty, as a setting is',
    program: (shop) => new WebService(shop, 'web', { ...web, image: '' }),
    says: 'web: image is empty: name the image with a tag',
  },
  {
    when: 'the image is copied from a browser',
    program: (shop) => new WebService(shop, 'web', { ...web, image: 'https://ghcr.io/acme/shop' }),
    says: `web: image 'https://ghcr.io/acme/shop' is no image reference: write it like 'registry.example.com/team/app:1.2.3'`,
  },
  {
    when: 'the command is one text, as in a shell',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, command: '/shop serve' }),
    says: `web: command is '/shop serve', which is no list: write ['program', 'argument']`,
  },
  {
    when: 'a variable comes from config and from env',
    program: (shop) => new WebService(shop, 'web', { ...web, config: { LEVEL: 'info' }, env: { LEVEL: 'debug' } }),
    says: 'web: env.LEVEL is set twice, by config and by env: remove one',
  },
  {
    when: 'a variable uses one that nobody sets',
    program: (shop) => new WebService(shop, 'web', { ...web, env: { DB_URL: 'postgres://$(PGHOST)/shop' } }),
    says: 'web: env.DB_URL uses $(PGHOST), which no earlier variable defines: set PGHOST before it, connect to what provides it, or write $$(PGHOST)',
  },
  {
    when: 'a value of config is read from an environment that lacks it',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, config: { LEVEL: process.env['LEVEL_OF_NOBODY'] } }),
    says: 'web-config: config.LEVEL is undefined: give a text, a number or a boolean',
  },
  {
    when: 'a variable begins with a digit',
    program: (shop) => new WebService(shop, 'web', { ...web, env: { '2FA': 'on' } }),
    says: `web: env has the name '2FA', which is no variable name: use letters, digits, '_', '-' and '.', and no digit at the beginning`,
  },
  {
    when: 'a password is written into the program',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, secrets: { PASSWORD: 'hunter2' } }),
    says: `web: secrets.PASSWORD is no key of a Secret: write credentials.key('…'), as no value passes through here`,
  },
  {
    when: 'the key of a Secret is mistyped',
    program: (shop) => {
      const keys = Credentials.fromExistingSecret(shop, 'shop-keys', ['PASSWORD', 'TOKEN']);
      // @ts-expect-error
      return new WebService(shop, 'web', { ...web, secrets: { PASSWORD: keys.key('PASWORD') } });
    },
    says: `shop: Secret 'shop-keys' has no key 'PASWORD': use one of PASSWORD, TOKEN, or declare it`,
  },
  {
    when: 'a preset of resources is mistyped',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, resources: 'smal' }),
    says: `web: resources is 'smal': use one of tiny, small, medium, large, or { cpu, memory }`,
  },
  {
    when: 'memory has no unit',
    program: (shop) => new WebService(shop, 'web', { ...web, resources: { cpu: 1, memory: '512' } }),
    says: `web: resources.memory is '512', which is 512 bytes: give at least 1Mi, such as '128Mi'`,
  },
  {
    when: 'the limit is below what is reserved',
    program: (shop) =>
      new WebService(shop, 'web', { ...web, resources: { cpu: 1, memory: '1Gi', memoryLimit: '512Mi' } }),
    says: 'web: resources.memoryLimit (512Mi) is below resources.memory (1Gi): raise it, or reserve less',
  },
  {
    when: 'a probe asks on a port that is called otherwise',
    program: (shop) => new WebService(shop, 'web', { ...web, health: { live: { http: '/', port: 'htpp' } } }),
    says: `web: health.live asks on port 'htpp', which the container does not declare (it declares 'http'): correct the name`,
  },
  {
    when: 'a kind of probe is mistyped',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, health: { life: '/healthz' } }),
    says: 'web: health.life is unknown: write live',
  },
  {
    when: 'a container waits longer for its end than the pod has',
    program: (shop) => new WebService(shop, 'web', { ...web, lifecycle: { preStop: { sleep: 60 } } }),
    says: 'web: lifecycle.preStop.sleep (60) must be less than terminationGracePeriodSeconds (30): raise that, or sleep less',
  },
  {
    when: 'two volumes are mounted at one path',
    program: (shop) => {
      const service = new WebService(shop, 'web', web);
      service.mount('/cache', new EmptyDir('pages', { size: '1Gi' }));
      service.mount('/cache', new EmptyDir('images', { size: '1Gi' }));
    },
    says: `web: mount('/cache', images): '/cache' is mounted already, from volume 'pages': use another path`,
  },
  {
    when: 'an init container is to be probed',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', web).addInitContainer('migrate', { image, health: { live: '/' } }),
    says: `web: container 'migrate': has health, but an init container runs to its end before anybody asks: remove it, or add a sidecar`,
  },
];
