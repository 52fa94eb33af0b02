import { ContainerSidecar, type Environment, type SidecarContainerProps, StatefulService, WebService } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { mistakes, PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };
const proxy = { image: 'ghcr.io/acme/proxy:2', ports: { proxy: 9000 }, health: { live: '/healthz' } } as const;

/** An environment with clusters of a version. */
const on = (kubernetes: string): Environment => ({ ...PROD, kubernetes });

/** The names of the containers of a pod with two sidecars and an init container between them. */
function order(kubernetes: string) {
  const { get } = render((shop) => {
    const service = new WebService(shop, 'web', web);
    service.addSidecar(new ContainerSidecar('proxy', proxy));
    service.addInitContainer('migrate', { image });
    service.addSidecar(new ContainerSidecar('agent', { image }));
  }, on(kubernetes));
  const { initContainers = [], containers } = podOf(get('Deployment')).spec;
  return { initContainers: initContainers.map(({ name }) => name), containers: containers.map(({ name }) => name) };
}

test('from 1.29 on sidecars start before the workload, in the order given', () => {
  expect(order('1.29')).toEqual({ initContainers: ['proxy', 'migrate', 'agent'], containers: ['web'] });
});

test('on 1.28 sidecars are containers beside the workload', () => {
  expect(order('1.28')).toEqual({ initContainers: ['migrate'], containers: ['web', 'proxy', 'agent'] });
});

test('a native sidecar always restarts, and can be probed', () => {
  const { get } = render((shop) => new WebService(shop, 'web', web).addSidecar(new ContainerSidecar('proxy', proxy)));

  expect(podOf(get('Deployment')).spec.initContainers).toMatchObject(yaml`
    - name: proxy
      restartPolicy: Always
      livenessProbe: { httpGet: { path: /healthz, port: proxy } }
  `);
});

test('the workload waits for a sidecar only where that is said', () => {
  const { get } = render((shop) => {
    const service = new WebService(shop, 'web', web);
    service.addSidecar(new ContainerSidecar('agent', { ...proxy, ports: { agent: 9001 } }));
    service.addSidecar(new ContainerSidecar('proxy', { ...proxy, health: { ...proxy.health, start: '/started' } }));
  });

  expect(containerOf(get('Deployment'), 'agent')).not.toHaveProperty('startupProbe');
  expect(containerOf(get('Deployment'), 'proxy')).toMatchObject({ startupProbe: { httpGet: { path: '/started' } } });
});

test('an ordinary sidecar has no restart policy of its own', () => {
  const { get } = render((shop) => {
    new WebService(shop, 'web', web).addSidecar(new ContainerSidecar('proxy', proxy));
  }, on('1.28'));

  expect(containerOf(get('Deployment'), 'proxy')).toMatchObject({ livenessProbe: { httpGet: { port: 'proxy' } } });
  expect(containerOf(get('Deployment'), 'proxy')).not.toHaveProperty('restartPolicy');
});

test('a sidecar of a stateful service is in each of its pods', () => {
  const { get } = render((shop) => {
    const search = new StatefulService(shop, 'search', { image, user: 1000, ports: { http: 9200 } });
    search.addSidecar(new ContainerSidecar('proxy', proxy));
  });

  expect(podOf(get('StatefulSet')).spec.initContainers).toMatchObject([{ name: 'proxy', restartPolicy: 'Always' }]);
});

/** What is wrong with a sidecar of a web service. */
function wrong(name: string, props: SidecarContainerProps): readonly string[] {
  return mistakes((shop) => new WebService(shop, 'web', web).addSidecar(new ContainerSidecar(name, props)));
}

test('fails when two containers of a pod have one name', () => {
  expect(wrong('web', { image })).toEqual([`web: has two containers named 'web': give one another name`]);
});

test('fails when two containers of a pod have one port', () => {
  expect(wrong('proxy', { image, ports: { http: 9000 } })).toEqual([
    `web: containers 'web' and 'proxy' both have a port 'http', and Services find ports by name: rename one`,
  ]);
  expect(wrong('proxy', { image, ports: { proxy: 8080 } })).toEqual([
    `web: containers 'web' and 'proxy' both listen on 8080/TCP, and share one address: use another number`,
  ]);
});

test('fails when a sidecar sleeps longer than the pod has to end', () => {
  expect(wrong('proxy', { image, lifecycle: { preStop: { sleep: 60 } } })).toEqual([
    `web: container 'proxy': lifecycle.preStop.sleep (60) must be less than terminationGracePeriodSeconds (30): raise that, or sleep less`,
  ]);
});
