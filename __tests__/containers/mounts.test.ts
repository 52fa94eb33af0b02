import { Volume as Cdk8sVolume } from 'cdk8s-plus-28';
import { Claim, Credentials, EmptyDir, type MountOptions, type Volume, WebService } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const props = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };
const cache = new EmptyDir('cache', { size: '1Gi' });

/** What is wrong with mounting something into a web service. */
function wrongMount(path: string, volume: Volume, options?: MountOptions): readonly string[] {
  return mistakes((shop) => new WebService(shop, 'web', props).mount(path, volume, options));
}

test('a volume is mounted where and how it is said', () => {
  const every: Required<MountOptions> = { readOnly: true, subPath: 'images/small' };
  const { get } = render((shop) => new WebService(shop, 'web', props).mount('/srv/images', cache, every));

  expect(get('Deployment').spec).toMatchObject(yaml`
    template:
      spec:
        containers:
          - volumeMounts:
              - { name: tmp, mountPath: /tmp }
              - { name: cache, mountPath: /srv/images, subPath: images/small, readOnly: true }
        volumes:
          - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
          - { name: cache, emptyDir: { sizeLimit: 1Gi } }
  `);
});

test('a volume at two paths is one volume of the pod', () => {
  const { get } = render((shop) => {
    const web = new WebService(shop, 'web', props);
    web.mount('/srv/images', cache, { subPath: 'images' });
    web.mount('/srv/fonts', cache, { subPath: 'fonts' });
  });

  expect(podOf(get('Deployment')).spec.volumes).toHaveLength(2);
  expect(containerOf(get('Deployment'), 'web').volumeMounts).toMatchObject(yaml`
    - { name: tmp }
    - { name: cache, mountPath: /srv/images, subPath: images }
    - { name: cache, mountPath: /srv/fonts, subPath: fonts }
  `);
});

test('a Secret is mounted read-only, with the declared keys alone', () => {
  const { get } = render((shop) => {
    const keys = Credentials.fromExistingSecret(shop, 'tls-keys', ['tls.key']);
    new WebService(shop, 'web', props).mount('/etc/tls', keys);
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    containers: [{ volumeMounts: [{ name: tmp }, { name: tls-keys, mountPath: /etc/tls, readOnly: true }] }]
    volumes: [{ name: tmp }, { name: tls-keys, secret: { secretName: tls-keys, items: [{ key: tls.key, path: tls.key }] } }]
  `);
});

test('a volume that outlives its pods belongs to their group', () => {
  const { get } = render((shop) => {
    const claim = new Claim(shop, 'uploads', { size: '10Gi', accessMode: 'ReadWriteMany' });
    new WebService(shop, 'web', { ...props, group: 2000 }).mount('/srv/uploads', claim);
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    securityContext: { fsGroup: 2000, fsGroupChangePolicy: OnRootMismatch }
    volumes: [{ name: tmp }, { name: uploads, persistentVolumeClaim: { claimName: uploads } }]
  `);
});

test('a volume of cdk8s-plus can be mounted like our own', () => {
  const { get } = render((shop) => {
    new WebService(shop, 'web', props).mount('/srv/cache', Cdk8sVolume.fromEmptyDir(shop, 'volume', 'plus-cache'));
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    containers: [{ volumeMounts: [{ name: tmp }, { name: plus-cache, mountPath: /srv/cache }] }]
    volumes: [{ name: tmp }, { name: plus-cache, emptyDir: {} }]
  `);
});

test.each(['srv', '/', '//', '/srv:ro', '/srv/../etc'])("fails when the path to mount at is '%s'", (path) => {
  expect(wrongMount(path, cache)).toEqual([
    `web: mount('${path}', cache): '${path}' is no path to mount at: write an absolute path below '/', without ':' and '..'`,
  ]);
});

test('fails when two volumes are mounted at one path', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      web.mount('/srv/cache', cache);
      web.mount('/srv/cache/', new EmptyDir('other', { size: '1Gi' }));
    }),
  ).toEqual([
    `web: mount('/srv/cache/', other): '/srv/cache/' is mounted already, from volume 'cache': use another path`,
  ]);
  expect(wrongMount('/tmp', cache)).toEqual([
    `web: mount('/tmp', cache): '/tmp' is mounted already, from volume 'tmp': say tmp: false, or use another path`,
  ]);
});

test('fails when two volumes of a pod have one name', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      web.mount('/srv/a', cache);
      web.mount('/srv/b', new EmptyDir('cache', { size: '2Gi' }));
    }),
  ).toEqual([`web: has two volumes named 'cache': give one another name`]);
});

test('fails when a part of a volume is outside of it', () => {
  for (const subPath of ['/images', '../images', 'a/../../b']) {
    expect(wrongMount('/srv', cache, { subPath })).toEqual([
      `web: mount('/srv', cache): subPath '${subPath}' leaves the volume: write a relative path without '..'`,
    ]);
  }
});

test('fails when a Secret is to be written into', () => {
  expect(
    mistakes((shop) => {
      const keys = Credentials.fromExistingSecret(shop, 'tls-keys', ['tls.key']);
      new WebService(shop, 'web', props).mount('/etc/tls', keys, { readOnly: false });
    }),
  ).toEqual([
    `web: mount('/etc/tls', tls-keys): the volume can only be read: remove readOnly: false, or copy it to a volume of its own`,
  ]);
});

test('fails when there is no volume, or one with a bad name', () => {
  expect(wrongMount('/srv', undefined as never)).toEqual([
    `web: mount('/srv') has no volume: give an EmptyDir, Claim, Config, Credentials or another Volume`,
  ]);
  expect(wrongMount('/srv', new EmptyDir('My_Cache', { size: '1Gi' }))).toEqual([
    `web: mount('/srv', My_Cache): the volume 'My_Cache' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'my-cache')`,
  ]);
});
