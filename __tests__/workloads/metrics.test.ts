import { ContainerSidecar, type Environment, type Metrics, WebService } from '../../lib';
import { podOf } from '../support/objects';
import { mistakes, PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, ports: { http: 8080, admin: 8081 } };
const scraped: Environment = { ...PROD, metricsFrom: [{ namespace: 'monitoring' }] };

test('who reads metrics is let in, and finds them by annotations', () => {
  const every: Required<Metrics> = { port: 'admin', path: '/stats' };
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, metrics: every }), scraped);

  expect(podOf(get('Deployment')).metadata.annotations).toEqual(yaml`
    prometheus.io/scrape: 'true'
    prometheus.io/port: '8081'
    prometheus.io/path: /stats
  `);
  expect(get('NetworkPolicy', 'web-from-metrics').spec).toMatchObject(yaml`
    ingress:
      - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
        ports: [{ port: 8081 }]
  `);
});

test('metrics of the workload and of its sidecars are both opened', () => {
  const { get } = render((shop) => {
    const service = new WebService(shop, 'web', { ...web, metrics: { port: 'http' } });
    service.addSidecar(new ContainerSidecar('proxy', { image, ports: { stats: 9901 }, metrics: { port: 'stats' } }));
  }, scraped);

  expect(get('NetworkPolicy', 'web-from-metrics').spec).toMatchObject({
    ingress: [{ ports: [{ port: 8080 }, { port: 9901 }] }],
  });
  expect(podOf(get('Deployment')).metadata.annotations).toMatchObject({ 'prometheus.io/port': '8080' });
});

test('where nobody reads metrics nothing is opened or annotated', () => {
  const { get, ids } = render((shop) => new WebService(shop, 'web', { ...web, metrics: { port: 'admin' } }));

  expect(ids).not.toContain('NetworkPolicy/web-from-metrics');
  expect(podOf(get('Deployment')).metadata).not.toHaveProperty('annotations');
});

test('fails when metrics are on a port that is not declared', () => {
  expect(mistakes((shop) => new WebService(shop, 'web', { ...web, metrics: { port: 'metrics' } }))).toEqual([
    `web: metrics.port is 'metrics', which is no declared port: use one of http, admin`,
  ]);
});

test('fails when the path of metrics has no slash in front', () => {
  expect(
    mistakes((shop) => new WebService(shop, 'web', { ...web, metrics: { port: 'admin', path: 'metrics' } })),
  ).toEqual([`web: metrics.path is 'metrics': begin it with '/'`]);
});
