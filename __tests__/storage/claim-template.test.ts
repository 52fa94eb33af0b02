import { ClaimTemplate, type ClaimProps, StatefulService, Worker } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const search = { image: 'ghcr.io/acme/search:7', user: 1000, ports: { http: 9200 }, tmp: false } as const;

test('every replica of a stateful service gets a claim of its own', () => {
  const every: Required<ClaimProps> = { size: '20Gi', accessMode: 'ReadWriteOncePod', storageClass: 'fast' };
  const { get } = render((shop) => {
    const service = new StatefulService(shop, 'search', { ...search, scale: 3 });
    service.mount('/data', new ClaimTemplate('data', every));
  });
  const set = get('StatefulSet');

  expect(set.spec).toMatchObject(
    yaml`
    volumeClaimTemplates:
      - metadata: { name: data }
        spec:
          accessModes: [ReadWriteOncePod]
          resources: { requests: { storage: 20Gi } }
          storageClassName: fast
    persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled: Retain }
  ` as object,
  );
  expect(containerOf(set, 'search').volumeMounts).toEqual([{ name: 'data', mountPath: '/data' }]);
  expect(podOf(set).spec).not.toHaveProperty('volumes');
  expect(podOf(set).spec).toMatchObject({ securityContext: { fsGroup: 1000 } });
});

test('fails when a claim template has a size that is none', () => {
  expect(
    mistakes((shop) => {
      const template = new ClaimTemplate('data', { size: '10 GB', accessMode: 'ReadWriteOnce' });
      new StatefulService(shop, 'search', search).mount('/data', template);
    }),
  ).toEqual([`search: volume 'data': size is '10 GB': write a quantity such as '10Gi'`]);
});

test('fails when a prop of a claim template is mistyped', () => {
  expect(
    mistakes((shop) => {
      // @ts-expect-error it is storageClass
      const template = new ClaimTemplate('data', { size: '1Gi', accessMode: 'ReadWriteOnce', storageclas: 'fast' });
      new StatefulService(shop, 'search', search).mount('/data', template);
    }),
  ).toEqual([`search: volume 'data': ClaimTemplate.storageclas is unknown: write storageClass`]);
});

test('fails when a Deployment is to mount a claim template', () => {
  expect(
    mistakes((shop) => {
      const template = new ClaimTemplate('data', { size: '1Gi', accessMode: 'ReadWriteOnce' });
      // @ts-expect-error only a StatefulService mounts it
      new Worker(shop, 'mail', { image: 'ghcr.io/acme/mail:2', user: 1000 }).mount('/data', template);
    }),
  ).toEqual([`mail: claim template 'data' needs replicas with names: use a StatefulService, or a Claim`]);
});
