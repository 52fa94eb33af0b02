import { type AccessMode, Claim, type ClaimProps, type MountOptions, WebService, Worker } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const mail = { image: 'ghcr.io/acme/mail:2', user: 1000, group: 2000, tmp: false } as const;

test('every prop of a claim', () => {
  const every: Required<ClaimProps> = { size: '10Gi', accessMode: 'ReadWriteMany', storageClass: 'nfs' };

  expect(render((shop) => new Claim(shop, 'files', every)).get('PersistentVolumeClaim')).toEqual(yaml`
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata:
      name: files
      namespace: shop
      labels:
        app.kubernetes.io/instance: shop
        app.kubernetes.io/name: files
        app.kubernetes.io/managed-by: slipway
    spec:
      accessModes: [ReadWriteMany]
      resources: { requests: { storage: 10Gi } }
      storageClassName: nfs
  `);
});

test('without a storage class the cluster decides, with an empty one nobody', () => {
  const { get } = render((shop) => {
    new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteOnce' });
    new Claim(shop, 'static', { size: '1Gi', accessMode: 'ReadWriteOnce', storageClass: '' });
  });

  expect(get('PersistentVolumeClaim', 'files').spec).not.toHaveProperty('storageClassName');
  expect(get('PersistentVolumeClaim', 'static').spec).toHaveProperty('storageClassName', '');
});

test.each(['1Mi', '1.5Gi', '4.35G', '2.2T', '1e9'])('a claim may have the size %s', (size) => {
  const { get } = render((shop) => new Claim(shop, 'files', { size, accessMode: 'ReadWriteOnce' }));

  expect(get('PersistentVolumeClaim').spec).toMatchObject({ resources: { requests: { storage: size } } });
});

test('a claim is mounted with every option, and the group owns it', () => {
  const every: Required<MountOptions> = { readOnly: true, subPath: 'inbox/new' };
  const { get } = render((shop) => {
    const files = new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteMany' });
    const worker = new Worker(shop, 'mail', mail);
    worker.mount('/files', files);
    worker.mount('/inbox', files, every);
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    securityContext: { fsGroup: 2000, fsGroupChangePolicy: OnRootMismatch }
    volumes: [{ name: files, persistentVolumeClaim: { claimName: files } }]
  ` as object,
  );
  expect(containerOf(get('Deployment'), 'mail').volumeMounts).toEqual(yaml`
    - { name: files, mountPath: /files }
    - { name: files, mountPath: /inbox, subPath: inbox/new, readOnly: true }
  `);
});

test('a claim that exists already is mounted and not rendered', () => {
  const { get, ids } = render((shop) => {
    new Worker(shop, 'mail', { ...mail, singleton: true }).mount(
      '/files',
      Claim.fromExisting('old.files', 'ReadWriteOnce'),
    );
  });

  expect(ids.filter((id) => id.startsWith('PersistentVolumeClaim'))).toEqual([]);
  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    securityContext: { fsGroup: 2000 }
    volumes: [{ name: old-files, persistentVolumeClaim: { claimName: old.files } }]
  ` as object,
  );
});

test.each([
  ['a size without a number', { size: 'big' }, `size is 'big': write a quantity such as '10Gi'`],
  ['a size of nothing', { size: '0' }, `size is '0': write a quantity such as '10Gi'`],
  ['a size that is a number', { size: 10 }, `size is 10: write a quantity such as '10Gi'`],
  ['a size without a unit', { size: '1.5' }, `size is '1.5', which is 1.5 bytes: give at least 1Mi, such as '10Gi'`],
  [
    'a size in thousandths of a byte',
    { size: '100m' },
    `size is '100m', which is 0.1 bytes: give at least 1Mi, such as '10Gi'`,
  ],
  [
    'a size that ends within a byte',
    { size: '1.1Gi' },
    `size is '1.1Gi', which ends within a byte: write whole ones, such as '1127Mi'`,
  ],
  ['a prop that is mistyped', { storageclass: 'fast' }, `Claim.storageclass is unknown: write storageClass`],
  [
    'an access mode that is missing',
    { accessMode: undefined },
    `accessMode is 'undefined': say how the volume may be mounted, with one of ReadWriteOnce, ReadWriteOncePod, ReadWriteMany, ReadOnlyMany`,
  ],
  [
    'a storage class that none can be',
    { storageClass: 'Fast SSD' },
    `storageClass 'Fast SSD' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'fast-ssd')`,
  ],
])('fails when a claim has %s', (_, props, message) => {
  expect(
    mistakes((shop) => new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteMany', ...props } as ClaimProps)),
  ).toEqual([`files: ${message}`]);
});

test('fails when the id of a claim is no name', () => {
  expect(mistakes((shop) => new Claim(shop, 'Files', { size: '1Gi', accessMode: 'ReadWriteMany' }))).toEqual([
    `Files: id 'Files' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'files')`,
  ]);
});

test.each([
  [
    'a name that none can have',
    'Old_Files',
    'ReadWriteMany',
    `the claim name 'Old_Files' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'old-files')`,
  ],
  [
    'an unknown access mode',
    'old-files',
    'Shared',
    `accessMode is 'Shared': say how the volume may be mounted, with one of ReadWriteOnce, ReadWriteOncePod, ReadWriteMany, ReadOnlyMany`,
  ],
])('fails when an existing claim has %s', (_, name, mode, message) => {
  expect(
    mistakes((shop) => new Worker(shop, 'mail', mail).mount('/files', Claim.fromExisting(name, mode as AccessMode))),
  ).toEqual([`mail: volume 'old-files': ${message}`]);
});

test('fails when replicas share a claim that fits one node', () => {
  expect(
    mistakes((shop) => {
      const files = new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteOnce' });
      new WebService(shop, 'web', { ...mail, port: 8080, scale: 3 }).mount('/files', files);
    }),
  ).toEqual([
    `web: volume 'files' is ReadWriteOnce, so one pod can have it, but more run at times (scale 3, strategy RollingUpdate): ` +
      `use accessMode 'ReadWriteMany', or scale 1 and strategy 'Recreate'`,
  ]);
});
