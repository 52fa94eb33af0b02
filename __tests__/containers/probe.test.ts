import { type Health, type ProbeTiming, Worker } from '../../lib';
import { containerOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';
import { container } from './web';

test('each probe of a container is asked in its own way', () => {
  const every: Required<Health> = {
    live: { exec: ['/shop', 'check'] },
    ready: { http: '/readyz', port: 'http' },
    start: { tcp: true },
  };

  expect(container({ health: every })).toMatchObject(yaml`
    livenessProbe: { exec: { command: [/shop, check] }, timeoutSeconds: 5 }
    readinessProbe: { httpGet: { path: /readyz, port: http } }
    startupProbe: { tcpSocket: { port: http } }
  `);
});

test('every timing of a probe is written as it is', () => {
  const every: Required<ProbeTiming> = {
    initialDelaySeconds: 3,
    periodSeconds: 20,
    timeoutSeconds: 4,
    failureThreshold: 5,
    successThreshold: 2,
  };

  expect(container({ health: { ready: { http: '/readyz', ...every } } }).readinessProbe).toEqual(yaml`
    httpGet: { path: /readyz, port: http }
    initialDelaySeconds: 3
    periodSeconds: 20
    timeoutSeconds: 4
    failureThreshold: 5
    successThreshold: 2
  `);
});

test('an HTTP probe can say port, scheme and headers', () => {
  const ready = { http: '/readyz', port: 8443, scheme: 'HTTPS', headers: { Host: 'shop.example.com' } } as const;

  expect(container({ health: { ready } }).readinessProbe).toEqual(yaml`
    httpGet:
      path: /readyz
      port: 8443
      scheme: HTTPS
      httpHeaders: [{ name: Host, value: shop.example.com }]
  `);
});

test.each([
  [{ tcp: 'admin' }, { tcpSocket: { port: 'admin' } }],
  [{ tcp: 9090 }, { tcpSocket: { port: 9090 } }],
  [{ http: '/', port: 'admin' }, { httpGet: { path: '/', port: 'admin' } }],
])('a probe names its port, or gives its number: %j', (ready, probe) => {
  const ports = { http: 8080, admin: 8081 };

  expect(container({ ports, health: { ready } }).readinessProbe).toEqual(probe);
});

test('a gRPC probe asks by number, as the API wants it', () => {
  const ports = { grpc: 9000, http: 8080 };

  expect(container({ ports, health: { ready: { grpc: true } } }).readinessProbe).toEqual({ grpc: { port: 9000 } });
  expect(container({ ports, health: { ready: { grpc: 9001, service: 'shop.Health' } } }).readinessProbe).toEqual({
    grpc: { port: 9001, service: 'shop.Health' },
  });
});

test('a container that is asked whether it lives has two minutes to start', () => {
  const live = { http: '/healthz', initialDelaySeconds: 30, periodSeconds: 20, timeoutSeconds: 3 };

  expect(container({ health: { live } })).toMatchObject(yaml`
    livenessProbe: { httpGet: { path: /healthz, port: http }, initialDelaySeconds: 30, periodSeconds: 20, timeoutSeconds: 3 }
    startupProbe: { httpGet: { path: /healthz, port: http }, periodSeconds: 2, timeoutSeconds: 3, failureThreshold: 60 }
  `);
  expect(container({ health: { live } }).startupProbe).not.toHaveProperty('initialDelaySeconds');
});

test('a web service is ready once its first TCP port answers', () => {
  const dns = { port: 5353, protocol: 'UDP' } as const;

  expect(container({ ports: { dns, http: 8080 } }).readinessProbe).toEqual({ tcpSocket: { port: 'http' } });
  expect(container({ ports: { dns } })).not.toHaveProperty('readinessProbe');
});

test('a worker that says nothing of its health has no probe', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { image: 'ghcr.io/acme/mail:2', user: 1000 }));

  const worker = containerOf(get('Deployment'), 'mail');
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) expect(worker).not.toHaveProperty(probe);
});
