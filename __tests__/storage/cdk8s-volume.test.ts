import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ContainerSidecar, type SidecarHost, Worker } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';

const mail = { image: 'ghcr.io/acme/mail:2', user: 1000, tmp: false } as const;

test('a volume of cdk8s-plus is mounted like one of ours', () => {
  const { get } = render((shop) => {
    const map = kplus.ConfigMap.fromConfigMapName(shop, 'ca', 'ca-bundle');
    const worker = new Worker(shop, 'mail', mail);
    worker.mount(
      '/ca',
      kplus.Volume.fromConfigMap(shop, 'ca-volume', map, { name: 'ca', items: { 'ca.crt': { path: 'ca.pem' } } }),
    );
    worker.mount(
      '/cache',
      kplus.Volume.fromEmptyDir(shop, 'cache-volume', 'cache', { sizeLimit: Size.mebibytes(64) }),
      { subPath: 'mail' },
    );
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    containers:
      - volumeMounts:
          - { name: ca, mountPath: /ca }
          - { name: cache, mountPath: /cache, subPath: mail }
    volumes:
      - { name: ca, configMap: { name: ca-bundle, items: [{ key: ca.crt, path: ca.pem }] } }
      - { name: cache, emptyDir: { sizeLimit: 64Mi } }
  ` as object,
  );
});

test('a claim of cdk8s-plus belongs to the group of the pod', () => {
  const { get } = render((shop) => {
    const claim = kplus.PersistentVolumeClaim.fromClaimName(shop, 'old', 'old-files');
    new Worker(shop, 'mail', { ...mail, group: 2000 }).mount(
      '/files',
      kplus.Volume.fromPersistentVolumeClaim(shop, 'files-volume', claim, { name: 'files' }),
    );
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    securityContext: { fsGroup: 2000, fsGroupChangePolicy: OnRootMismatch }
    volumes: [{ name: files, persistentVolumeClaim: { claimName: old-files } }]
  ` as object,
  );
});

test('one volume of cdk8s-plus is mounted twice in a pod', () => {
  const { get } = render((shop) => {
    const cache = kplus.Volume.fromEmptyDir(shop, 'cache-volume', 'cache');
    const worker = new Worker(shop, 'mail', mail);
    worker.mount('/cache', cache);
    worker.mount('/var/cache', cache, { readOnly: true });
    worker.addSidecar({
      bind: (pod: SidecarHost) =>
        pod.addSidecarContainer('warm', { image: 'ghcr.io/acme/warm:1' }).mount('/cache', cache),
    });
    worker.addSidecar(new ContainerSidecar('logs', { image: 'ghcr.io/acme/logs:1' }));
  });

  expect(podOf(get('Deployment')).spec.volumes).toEqual([{ name: 'cache', emptyDir: {} }]);
  expect(containerOf(get('Deployment'), 'mail').volumeMounts).toEqual(yaml`
    - { name: cache, mountPath: /cache }
    - { name: cache, mountPath: /var/cache, readOnly: true }
  `);
  expect(containerOf(get('Deployment'), 'warm').volumeMounts).toEqual([{ name: 'cache', mountPath: '/cache' }]);
});
