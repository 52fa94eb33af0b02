import { ConfigMap, Deployment, DeploymentStrategy, ServiceAccount, Volume } from 'cdk8s-plus-28';
import { addSidecar, type Application, Config, ContainerSidecar, FluentBit, WebService } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { LAX, mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const container = { name: 'web', image: 'ghcr.io/acme/shop:1.4.2', portNumber: 8080, securityContext: { user: 1000 } };
const proxy = new ContainerSidecar('proxy', { image: 'ghcr.io/acme/proxy:2.0.0', ports: { proxy: 9000 } });

test('a sidecar can be added to a Deployment of cdk8s-plus', () => {
  const { get } = render((shop) => addSidecar(new Deployment(shop, 'web', { containers: [container] }), proxy), LAX);

  const pod = podOf(get('Deployment')).spec;
  expect(pod.containers.map(({ name }) => name)).toEqual(['web']);
  expect(pod.initContainers).toMatchObject(yaml`
    - name: proxy
      image: ghcr.io/acme/proxy:2.0.0
      restartPolicy: Always
      ports: [{ name: proxy, containerPort: 9000 }]
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
  `);
});

test('a log sidecar shares its volume with the container of cdk8s-plus', () => {
  const { get, ids } = render(
    (shop) =>
      addSidecar(
        new Deployment(shop, 'web', { containers: [container] }),
        new FluentBit({ tail: '/var/log/shop/*.log' }),
      ),
    LAX,
  );

  expect(containerOf(get('Deployment'), 'web').volumeMounts).toContainEqual({
    name: 'logs',
    mountPath: '/var/log/shop',
  });
  expect(containerOf(get('Deployment'), 'fluent-bit').volumeMounts).toContainEqual({
    name: 'logs',
    mountPath: '/var/log/shop',
    readOnly: true,
  });
  expect(podOf(get('Deployment')).spec.volumes).toContainEqual(expect.objectContaining({ name: 'logs' }));
  expect(ids).toContainEqual(expect.stringMatching(/^ConfigMap\/web-fluent-bit-/));
});

function deployment(shop: Application): Deployment {
  return new Deployment(shop, 'web', { containers: [container], strategy: DeploymentStrategy.recreate() });
}

test('what cdk8s-plus renders beside it stays as it is', () => {
  const before = render((shop) => deployment(shop), LAX).get('Deployment');
  const after = render((shop) => addSidecar(deployment(shop), proxy), LAX).get('Deployment');

  const { initContainers: _, ...rest } = podOf(after).spec;
  expect(rest).toEqual(podOf(before).spec);
  expect({ ...(after.spec as object), template: 0 }).toEqual({ ...(before.spec as object), template: 0 });
});

test('on a cluster without native sidecars it is an ordinary container', () => {
  const { get } = render((shop) => addSidecar(new Deployment(shop, 'web', { containers: [container] }), proxy), {
    ...LAX,
    kubernetes: '1.28',
  });

  expect(podOf(get('Deployment')).spec.containers.map(({ name }) => name)).toEqual(['web', 'proxy']);
});

test('fails when the container of cdk8s-plus has no numeric user', () => {
  const { securityContext: _, ...anonymous } = container;

  expect(mistakes((shop) => addSidecar(new Deployment(shop, 'web', { containers: [anonymous] }), proxy))).toEqual([
    'web: has no container with a numeric user, which its sidecars would share: give the first one securityContext.user',
  ]);
});

test('our workloads take the ConfigMaps, ServiceAccounts and volumes of cdk8s-plus', () => {
  const { get } = render((shop) => {
    const map = new ConfigMap(shop, 'settings', { data: { LEVEL: 'info' } });
    const web = new WebService(shop, 'web', {
      image: container.image,
      user: 1000,
      port: 8080,
      config: Config.fromExisting(map),
      serviceAccount: new ServiceAccount(shop, 'runner'),
    });
    web.mount('/settings', Volume.fromConfigMap(shop, 'settings-volume', map, { name: 'settings' }), {
      readOnly: true,
    });
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    serviceAccountName: runner
    containers:
      - name: web
        envFrom: [{ configMapRef: { name: settings } }]
        volumeMounts:
          - { name: tmp, mountPath: /tmp }
          - { name: settings, mountPath: /settings, readOnly: true }
    volumes:
      - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
      - { name: settings, configMap: { name: settings } }
  `);
});
