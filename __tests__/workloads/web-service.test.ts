import { type ContainerProps, WebService, type WebServiceProps, type WorkloadProps } from '../../lib';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';

test('a web service is a Deployment and a Service with one selector', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { image, user: 1000, port: 8080 }));

  expect(get('Service')).toEqual(yaml`
    apiVersion: v1
    kind: Service
    metadata:
      name: web
      namespace: shop
      labels:
        app.kubernetes.io/instance: shop
        app.kubernetes.io/managed-by: slipway
        app.kubernetes.io/name: web
    spec:
      selector: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web }
      ports:
        - { name: http, port: 80, targetPort: http }
  `);
  expect(get('Deployment').spec).toMatchObject({
    replicas: 1,
    selector: { matchLabels: { 'app.kubernetes.io/instance': 'shop', 'app.kubernetes.io/name': 'web' } },
  });
});

test('every prop of a web service reaches the field that it means', () => {
  type Own = Omit<WebServiceProps, keyof WorkloadProps>;
  const every: Required<Omit<Own, 'ports'>> = {
    port: 8080,
    scale: 2,
    service: { port: 8000 },
    strategy: 'Recreate',
    progressDeadlineSeconds: 900,
  };
  const { get } = render((shop) => new WebService(shop, 'web', { ...every, image, user: 1000 } as WebServiceProps));

  expect(get('Deployment').spec).toMatchObject(yaml`
    replicas: 2
    progressDeadlineSeconds: 900
    strategy: { type: Recreate }
    template: { spec: { containers: [{ ports: [{ name: http, containerPort: 8080 }] }] } }
  `);
  expect(get('Service').spec).toMatchObject(yaml`
    ports: [{ name: http, port: 8000, targetPort: http }]
  `);
});

test('every prop of a workload reaches the field that it means', () => {
  const every: Required<Omit<WorkloadProps, keyof ContainerProps>> = {
    user: 1000,
    group: 2000,
    metrics: { port: 'http' },
    serviceAccount: 'shop',
    placement: { priorityClass: 'important' },
    spread: [{ maxSkew: 1, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' }],
    disruption: { minAvailable: 1 },
    terminationGracePeriodSeconds: 60,
    revisionHistoryLimit: 3,
    minReadySeconds: 15,
    podAnnotations: { 'example.com/mesh': 'true' },
    adopt: { name: 'shop-web', selector: { app: 'shop' } },
  };
  const { get, ids } = render((shop) => new WebService(shop, 'web', { ...every, image, port: 8080, scale: 2 }));

  expect(get('Deployment')).toMatchObject(yaml`
    metadata: { name: shop-web }
    spec:
      revisionHistoryLimit: 3
      minReadySeconds: 15
      selector: { matchLabels: { app: shop } }
      template:
        metadata: { labels: { app: shop }, annotations: { example.com/mesh: 'true' } }
        spec:
          serviceAccountName: shop
          securityContext: { runAsUser: 1000, runAsGroup: 2000 }
          priorityClassName: important
          terminationGracePeriodSeconds: 60
          topologySpreadConstraints: [{ topologyKey: rack }]
  `);
  expect(get('PodDisruptionBudget')).toMatchObject({ metadata: { name: 'shop-web' }, spec: { minAvailable: 1 } });
  expect(ids).not.toContain('ServiceAccount/shop');
});

test('a web service with several ports is reached on each of them', () => {
  const { get } = render(
    (shop) => new WebService(shop, 'web', { image, user: 1000, ports: { http: 8080, admin: 8081 } }),
  );

  expect(get('Service').spec).toMatchObject(yaml`
    ports:
      - { name: http, port: 8080, targetPort: http }
      - { name: admin, port: 8081, targetPort: admin }
  `);
});

test('the address of a web service says its namespace, and its port unless it is 80', () => {
  const urls: string[] = [];
  render((shop) => {
    urls.push(new WebService(shop, 'web', { image, user: 1000, port: 8080 }).url);
    urls.push(new WebService(shop, 'api', { image, user: 1000, port: 8080, service: { port: 8000 } }).url);
    urls.push(new WebService(shop, 'admin', { image, user: 1000, ports: { http: 9000 } }).url);
    urls.push(new WebService(shop, 'peers', { image, user: 1000, port: 8080, service: { headless: true } }).url);
  });

  expect(urls).toEqual(['http://web.shop', 'http://api.shop:8000', 'http://admin.shop:9000', 'http://peers.shop:8080']);
});

test('the port of a headless Service is the one that its pods listen on', () => {
  const { get } = render(
    (shop) => new WebService(shop, 'web', { image, user: 1000, port: 8080, service: { headless: true } }),
  );

  expect(get('Service').spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'http', port: 8080 }] });
});

test('fails when a headless Service is to have another port than its pods', () => {
  const service = { headless: true, port: 80 };

  expect(mistakes((shop) => new WebService(shop, 'web', { image, user: 1000, port: 8080, service }))).toEqual([
    `web: service.port (80) has no effect, as a headless Service leads to the pods' 8080: remove it`,
  ]);
});

test('fails when one port of a Service is set where there are several', () => {
  expect(
    mistakes(
      (shop) =>
        new WebService(shop, 'web', { image, user: 1000, ports: { http: 8080, admin: 8081 }, service: { port: 80 } }),
    ),
  ).toEqual([
    'web: service.port (80) is for a workload with one port, and this one names its ports: remove it, and say servicePort ' +
      'where it is meant, such as ports: { http: { port: 8080, servicePort: 80 } }',
  ]);
});

test('fails when a web service listens nowhere, or says it twice', () => {
  expect(
    // @ts-expect-error there is no port
    mistakes((shop) => new WebService(shop, 'web', { image, user: 1000 })),
  ).toEqual(['web: has no port: say where it listens, such as port: 8080']);
  expect(
    // @ts-expect-error it is either one or several
    mistakes((shop) => new WebService(shop, 'web', { image, user: 1000, port: 8080, ports: { admin: 8081 } })),
  ).toEqual(['web: has both port and ports: remove one']);
});

test('fails when a number of seconds or revisions can not be one', () => {
  expect(
    mistakes(
      (shop) =>
        new WebService(shop, 'web', {
          image,
          user: 1000,
          port: 8080,
          terminationGracePeriodSeconds: -1,
          revisionHistoryLimit: 1.5,
          minReadySeconds: '10' as never,
          progressDeadlineSeconds: -5,
        }),
    ),
  ).toEqual([
    'web: terminationGracePeriodSeconds is -1: use a whole number of seconds',
    'web: revisionHistoryLimit is 1.5: use a whole number',
    `web: minReadySeconds is '10': use a whole number of seconds`,
    'web: progressDeadlineSeconds is -5: use a whole number of seconds',
  ]);
});

test('fails when an update would count as failed before pods count', () => {
  expect(
    mistakes((shop) => new WebService(shop, 'web', { image, user: 1000, port: 8080, minReadySeconds: 600 })),
  ).toEqual([
    'web: minReadySeconds (600) must be less than progressDeadlineSeconds (600): raise that, or lower minReadySeconds',
  ]);
});

test('fails when an annotation of the pods can not be one', () => {
  const podAnnotations = { 'sidecar.istio.io/inject': true as never, 'my team': 'shop' };

  expect(mistakes((shop) => new WebService(shop, 'web', { image, user: 1000, port: 8080, podAnnotations }))).toEqual([
    `web: podAnnotations['sidecar.istio.io/inject'] is true, which is no text: write 'true'`,
    `web: podAnnotations has the key 'my team', which is no annotation key: write it like 'example.com/team'`,
  ]);
});
