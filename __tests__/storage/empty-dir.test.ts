import { EmptyDir, type EmptyDirProps, Worker } from '../../lib';
import { podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const mail = { image: 'ghcr.io/acme/mail:2', user: 1000, tmp: false } as const;

test('every prop of a scratch volume', () => {
  const every: Required<EmptyDirProps> = { size: '64Mi', medium: 'Memory' };
  const { get } = render((shop) => new Worker(shop, 'mail', mail).mount('/cache', new EmptyDir('cache', every)));

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    containers:
      - volumeMounts: [{ name: cache, mountPath: /cache }]
    volumes:
      - { name: cache, emptyDir: { medium: Memory, sizeLimit: 64Mi } }
  ` as object,
  );
});

test('a scratch volume is on disk and needs no group of its own', () => {
  const { get } = render((shop) =>
    new Worker(shop, 'mail', mail).mount('/cache', new EmptyDir('cache', { size: '1Gi' })),
  );

  expect(podOf(get('Deployment')).spec.volumes).toEqual([{ name: 'cache', emptyDir: { sizeLimit: '1Gi' } }]);
  expect(podOf(get('Deployment')).spec).not.toHaveProperty('securityContext.fsGroup');
});

test.each([
  [
    'a size that is no quantity',
    'cache',
    { size: 'little' },
    `volume 'cache': size is 'little': write a quantity such as '100Mi' or '1Gi'`,
  ],
  ['no size at all', 'cache', {}, `volume 'cache': size is undefined: write a quantity such as '100Mi' or '1Gi'`],
  [
    'a size without a unit',
    'cache',
    { size: '64' },
    `volume 'cache': size is '64', which is 64 bytes: give at least 1Mi, such as '100Mi' or '1Gi'`,
  ],
  [
    'a size of half a byte',
    'cache',
    { size: '0.5' },
    `volume 'cache': size is '0.5', which is 0.5 bytes: give at least 1Mi, such as '100Mi' or '1Gi'`,
  ],
  [
    'a name that Kubernetes gives its size',
    'cache',
    { size: '1Gi', sizeLimit: '1Gi' },
    `volume 'cache': EmptyDir.sizeLimit is unknown: use size, medium`,
  ],
  [
    'a medium that is unknown',
    'cache',
    { size: '1Gi', medium: 'RAM' },
    `volume 'cache': medium is 'RAM': use 'Memory', or leave it out for the node's disk`,
  ],
  [
    'a name that none can have',
    'Cache',
    { size: '1Gi' },
    `mount('/cache', Cache): the volume 'Cache' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'cache')`,
  ],
])('fails when a scratch volume has %s', (_, name, props, message) => {
  expect(
    mistakes((shop) => new Worker(shop, 'mail', mail).mount('/cache', new EmptyDir(name, props as EmptyDirProps))),
  ).toEqual([`mail: ${message}`]);
});

test('fails when two volumes of a pod have one name', () => {
  expect(
    mistakes((shop) => {
      const worker = new Worker(shop, 'mail', mail);
      worker.mount('/a', new EmptyDir('cache', { size: '1Gi' }));
      worker.mount('/b', new EmptyDir('cache', { size: '1Gi' }));
    }),
  ).toEqual([`mail: has two volumes named 'cache': give one another name`]);
});
