import { ContainerSidecar, EmptyDir, WebService } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';
import { container, wrong } from './web';

const image = 'ghcr.io/acme/shop:1.4.2';
const props = { image, user: 1000, port: 8080 };

test('a workload can write to /tmp, as its root is read-only', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...props, tmp: '1Gi' }));

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    containers: [{ volumeMounts: [{ name: tmp, mountPath: /tmp }] }]
    volumes: [{ name: tmp, emptyDir: { sizeLimit: 1Gi } }]
  `);
});

test('a workload that needs no /tmp has no volume for it', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...props, tmp: false }));

  expect(podOf(get('Deployment')).spec).not.toHaveProperty('volumes');
  expect(container({ tmp: false })).not.toHaveProperty('volumeMounts');
});

test('a volume of your own can be at /tmp instead', () => {
  const { get } = render((shop) => {
    const web = new WebService(shop, 'web', { ...props, tmp: false });
    web.mount('/tmp', new EmptyDir('scratch', { size: '2Gi', medium: 'Memory' }));
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    containers: [{ volumeMounts: [{ name: scratch, mountPath: /tmp }] }]
    volumes: [{ name: scratch, emptyDir: { sizeLimit: 2Gi, medium: Memory } }]
  `);
});

test('a sidecar that asks for /tmp has one of its own', () => {
  const { get } = render((shop) => {
    const web = new WebService(shop, 'web', props);
    web.addSidecar(new ContainerSidecar('agent', { image, tmp: '16Mi' }));
    web.addSidecar(new ContainerSidecar('proxy', { image }));
  });

  expect(containerOf(get('Deployment'), 'agent').volumeMounts).toEqual([{ name: 'tmp-agent', mountPath: '/tmp' }]);
  expect(containerOf(get('Deployment'), 'proxy')).not.toHaveProperty('volumeMounts');
  expect(podOf(get('Deployment')).spec.volumes).toEqual(yaml`
    - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
    - { name: tmp-agent, emptyDir: { sizeLimit: 16Mi } }
  `);
});

test('fails when the size of /tmp is no quantity', () => {
  expect(wrong({ tmp: 'much' })).toEqual([
    `web: volume 'tmp': size is 'much': write a quantity such as '100Mi' or '1Gi'`,
  ]);
});
