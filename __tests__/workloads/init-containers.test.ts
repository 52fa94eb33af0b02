import type { InitContainerProps } from '../../lib/containers/container-props';
import { Credentials, EmptyDir, Postgres, WebService } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { mistakes, render, LAX } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

test('every prop of an init container reaches the field that it means', () => {
  const every: Required<InitContainerProps> = {
    image: 'ghcr.io/acme/tool:3',
    command: ['/tool'],
    args: ['unpack'],
    workingDir: '/srv',
    config: { VERBOSE: true },
    secrets: {},
    env: { FROM: '/bundle' },
    resources: 'tiny',
    imagePullPolicy: 'IfNotPresent',
    security: { addCapabilities: ['CHOWN'] },
    tmp: '32Mi',
    shell: true,
  };
  const { get } = render((shop) => new WebService(shop, 'web', web).addInitContainer('unpack', every), LAX);

  expect(containerOf(get('Deployment'), 'unpack')).toEqual(yaml`
    name: unpack
    image: ghcr.io/acme/tool:3
    imagePullPolicy: IfNotPresent
    command: [/tool]
    args: [unpack]
    workingDir: /srv
    envFrom: [{ configMapRef: { name: ${get('ConfigMap').metadata.name} } }]
    env: [{ name: FROM, value: /bundle }]
    resources: { requests: { cpu: 10m, memory: 64Mi }, limits: { memory: 64Mi } }
    volumeMounts: [{ name: tmp-unpack, mountPath: /tmp }]
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: { drop: [ALL], add: [CHOWN] }
  `);
  expect(get('ConfigMap').metadata.name).toMatch(/^web-unpack-config-/);
});

test('an init container fills a volume that the workload reads', () => {
  const { get } = render((shop) => {
    const shop1 = new WebService(shop, 'web', web);
    const pages = new EmptyDir('pages', { size: '100Mi' });
    shop1.addInitContainer('unpack', { image }).mount('/out', pages);
    shop1.mount('/srv/pages', pages, { readOnly: true });
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    initContainers: [{ name: unpack, volumeMounts: [{ name: pages, mountPath: /out }] }]
    containers: [{ volumeMounts: [{ name: tmp }, { name: pages, mountPath: /srv/pages, readOnly: true }] }]
    volumes: [{ name: tmp }, { name: pages }]
  `);
});

test('init containers start in the order in which they are added', () => {
  const { get } = render((shop) => {
    const shop1 = new WebService(shop, 'web', web);
    for (const name of ['wait', 'migrate', 'warm']) shop1.addInitContainer(name, { image });
  });

  expect(podOf(get('Deployment')).spec.initContainers!.map(({ name }) => name)).toEqual(['wait', 'migrate', 'warm']);
});

test('fails when an init container is to be probed or stopped', () => {
  for (const wrong of [{ health: { live: '/healthz' } }, { lifecycle: { preStop: { sleep: 5 } } }]) {
    expect(
      mistakes((shop) => new WebService(shop, 'web', web).addInitContainer('migrate', { image, ...wrong })),
    ).toEqual([
      `web: container 'migrate': has ${Object.keys(wrong)[0]}, but an init container runs to its end before anybody asks: remove it, or add a sidecar`,
    ]);
  }
});

test('fails when an init container has the name of another', () => {
  expect(mistakes((shop) => new WebService(shop, 'web', web).addInitContainer('web', { image }))).toEqual([
    `web: has two containers named 'web': give one another name`,
  ]);
});

test('fails when the name of a container can not be one', () => {
  expect(mistakes((shop) => new WebService(shop, 'web', web).addInitContainer('DB Migration', { image }))).toEqual([
    `web: container 'DB Migration': the container name 'DB Migration' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'db-migration')`,
  ]);
});

test('init containers get the variables of what the workload is connected to, whenever they are added', () => {
  const { get } = render((shop) => {
    const password = Credentials.fromExistingSecret(shop, 'shop-keys', ['PASSWORD']).key('PASSWORD');
    const service = new WebService(shop, 'web', web);
    service.addInitContainer('wait', { image, env: { URL: 'http://$(PGHOST):$(PGPORT)' } });
    service.connectTo(new Postgres(shop, 'db', { version: '17', storage: '1Gi', password }));
    service.addInitContainer('migrate', { image, env: { DATABASE: Postgres.URL } });
  });

  const names = ['PGHOST', 'PGPORT', 'PGDATABASE', 'PGUSER', 'PGPASSWORD', 'PGSSLMODE'];
  const { initContainers, containers } = podOf(get('Deployment', 'web')).spec;
  const variables = [...initContainers!, ...containers].map(({ env }) => env!.map(({ name }) => name));
  expect(variables).toEqual([[...names, 'URL'], [...names, 'DATABASE'], names]);
});
