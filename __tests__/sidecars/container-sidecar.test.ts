import { ContainerSidecar, type Sidecar, type SidecarHost, WebService } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { mistakes, render } from '../support/render';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };
const proxy = new ContainerSidecar('proxy', { image: 'ghcr.io/acme/proxy:2.0.0', user: 2000, ports: { admin: 9901 } });

test('any container can run beside a workload', () => {
  const { get } = render((shop) => new WebService(shop, 'web', web).addSidecar(proxy));

  expect(podOf(get('Deployment')).spec.containers.map(({ name }) => name)).toEqual(['web']);
  expect(containerOf(get('Deployment'), 'proxy')).toMatchObject({
    restartPolicy: 'Always',
    image: 'ghcr.io/acme/proxy:2.0.0',
    ports: [{ name: 'admin', containerPort: 9901 }],
    securityContext: { runAsUser: 2000, runAsGroup: 2000, readOnlyRootFilesystem: true },
  });
});

test('before Kubernetes 1.29 it is an ordinary container', () => {
  const { get } = render((shop) => new WebService(shop, 'web', web).addSidecar(proxy), {
    name: 'old',
    kubernetes: '1.28',
  });

  expect(podOf(get('Deployment')).spec.containers.map(({ name }) => name)).toEqual(['web', 'proxy']);
  expect(containerOf(get('Deployment'), 'proxy')).not.toHaveProperty('restartPolicy');
});

test('fails for two containers of one name', () => {
  const problems = mistakes((shop) => {
    const service = new WebService(shop, 'web', web);
    service.addSidecar(proxy);
    service.addSidecar(proxy);
  });

  expect(problems).toContain("web: has two containers named 'proxy': give one another name");
});

test('a sidecar of your own is one method', () => {
  class Greeter implements Sidecar {
    public bind(pod: SidecarHost): void {
      const config = pod.addConfig('greeter', { data: { 'greeting.txt': `hello ${pod.id}` } });
      pod.addSidecarContainer('greeter', { image: 'ghcr.io/acme/greeter:1.0.0' }).mount('/etc/greeter', config);
    }
  }
  const { get, objects } = render((shop) => new WebService(shop, 'web', web).addSidecar(new Greeter()));

  expect(containerOf(get('Deployment'), 'greeter').volumeMounts).toEqual([
    { name: 'web-greeter', mountPath: '/etc/greeter', readOnly: true },
  ]);
  expect(objects).toContainEqual(expect.objectContaining({ data: { 'greeting.txt': 'hello web' } }));
});

test('fails when a prop of a container beside a workload is mistyped', () => {
  expect(
    mistakes((shop) => {
      const worker = new WebService(shop, 'web', web);
      // @ts-expect-error it is command
      worker.addSidecar(new ContainerSidecar('proxy', { image: 'ghcr.io/acme/proxy:2.0.0', comand: ['proxy'] }));
      // @ts-expect-error it is args
      worker.addInitContainer('migrate', { image: 'ghcr.io/acme/shop:1.4.2', argz: ['migrate'] });
    }),
  ).toEqual([
    `web: container 'proxy'.comand is unknown: write command`,
    `web: container 'migrate'.argz is unknown: write args`,
  ]);
});
