import { Worker, type WorkerProps, type WorkloadProps } from '../../lib';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const props = { image: 'ghcr.io/acme/mail:2', user: 1000 };

test('a worker is a Deployment that nothing can connect to', () => {
  const { get, ids } = render((shop) => new Worker(shop, 'mail', props));

  expect(ids).toEqual(['Namespace/shop', 'ServiceAccount/mail', 'NetworkPolicy/mail-default-deny', 'Deployment/mail']);
  expect(get('Deployment').spec).toMatchObject(yaml`
    replicas: 1
    strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  `);
});

test('every prop of a worker reaches the field that it means', () => {
  type Own = Omit<WorkerProps, keyof WorkloadProps>;
  const every: Required<Omit<Own, 'singleton'>> = {
    scale: 3,
    ports: { health: 8081 },
    strategy: { maxUnavailable: 1 },
    progressDeadlineSeconds: 300,
  };
  const { get } = render((shop) => new Worker(shop, 'mail', { ...props, ...every } as WorkerProps));

  expect(get('Deployment').spec).toMatchObject(yaml`
    replicas: 3
    progressDeadlineSeconds: 300
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } }
    template: { spec: { containers: [{ ports: [{ name: health, containerPort: 8081 }] }] } }
  `);
});

test('of a singleton there is exactly one pod at any time', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { ...props, singleton: true }));

  expect(get('Deployment').spec).toMatchObject(yaml`
    replicas: 1
    strategy: { type: Recreate }
  `);
});

test('the probes of a worker ask on its own ports', () => {
  const health = { live: '/healthz', ready: { tcp: 'health' } } as const;
  const { get } = render((shop) => new Worker(shop, 'mail', { ...props, ports: { health: 8081 }, health }));

  expect(get('Deployment').spec).toMatchObject(yaml`
    template:
      spec:
        containers:
          - livenessProbe: { httpGet: { path: /healthz, port: health } }
            readinessProbe: { tcpSocket: { port: health } }
  `);
});

test('fails when a singleton is to be scaled or rolled', () => {
  expect(
    // @ts-expect-error one is one
    mistakes((shop) => new Worker(shop, 'mail', { ...props, singleton: true, scale: 2 })),
  ).toEqual(['mail: is a singleton and has scale 2: remove one']);
  expect(
    // @ts-expect-error a rolling update runs two
    mistakes((shop) => new Worker(shop, 'mail', { ...props, singleton: true, strategy: { maxSurge: 1 } })),
  ).toEqual(['mail: is a singleton and has strategy {"maxSurge":1}: remove one, as exactly one means Recreate']);
});

test('fails when a worker without ports is asked for its health', () => {
  expect(mistakes((shop) => new Worker(shop, 'mail', { ...props, health: { live: '/healthz' } }))).toEqual([
    'mail: health.live has no port, and the container declares none: name one',
  ]);
});
