import { Application, Claim, Config, type ConfigReference, Program, Worker } from '../../lib';
import { mistakesOf } from '../support/program';
import { PROD } from '../support/render';

const mail = { image: 'ghcr.io/acme/mail:2', user: 1000 };

/** Something that a blog does with what belongs to a shop. */
type Use = (blog: Application, shop: Application) => unknown;

function blogThat(use: Use, namespaces: readonly string[]): Program {
  const program = new Program();
  const [shop, blog] = ['shop', 'blog'].map(
    (id, index) => new Application(program, id, PROD, { sharedNamespace: namespaces[index]! }),
  );
  use(blog!, shop!);
  return program;
}

function theme(shop: Application): ConfigReference<'COLOUR'> {
  return new Config(shop, 'theme', { data: { COLOUR: 'red' }, rollout: 'checksum' });
}

function files(shop: Application): Claim {
  return new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteMany' });
}

test.each<[string, Use, string]>([
  ['mounts a claim', (blog, shop) => new Worker(blog, 'mail', mail).mount('/files', files(shop)), `volume 'files'`],
  ['mounts a config', (blog, shop) => new Worker(blog, 'mail', mail).mount('/etc', theme(shop)), `volume 'theme'`],
  [
    'takes all of a config',
    (blog, shop) => new Worker(blog, 'mail', { ...mail, config: theme(shop) }),
    `config 'shop-theme'`,
  ],
  [
    'takes a key of a config',
    (blog, shop) => new Worker(blog, 'mail', { ...mail, env: { COLOUR: theme(shop).key('COLOUR') } }),
    `config 'shop-theme'`,
  ],
])('fails when a workload %s of another namespace', (_, use, what) => {
  expect(mistakesOf(blogThat(use, ['shop', 'blog']))).toEqual([
    `prod: mail: ${what} is in namespace 'shop', where pods of 'blog' can't find it: ` +
      'create one in each application, or have them share a namespace',
  ]);
  expect(blogThat(use, ['team', 'team']).render().files).toHaveLength(2);
});

test('fails when a workload mounts a config of another environment', () => {
  const program = new Program();
  const [dev, prod] = ['dev', 'prod'].map((name) => new Application(program, 'shop', { name, kubernetes: '1.33' }));
  new Worker(prod!, 'mail', mail).mount('/etc/theme', new Config(dev!, 'theme', { data: { COLOUR: 'red' } }));

  expect(mistakesOf(program)).toEqual([
    `prod: mail: volume 'theme' is in environment 'dev', and this is 'prod': create one in each environment`,
  ]);
});
