import {
  acknowledge,
  Application,
  type Environment,
  type Exposure,
  gateway,
  ingress,
  loadBalancer,
  nodePort,
  Program,
  traefik,
  WebService,
} from '../../../lib';
import { mistakes, render } from '../../support/render';
import { yaml } from '../../support/yaml';

const props = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };
const test12 = { name: 'test', kubernetes: '1.33' };
const withTraefik: Environment = { ...test12, exposure: traefik({ issuer: 'letsencrypt' }) };

test('a web service behind Traefik has an Ingress with TLS, a redirect and a way in for Traefik', () => {
  const { get, ids } = render((shop) => new WebService(shop, 'web', props).expose('shop.example.com'), withTraefik);

  expect(ids.slice(-4)).toEqual(['Deployment/web', 'Middleware/web-redirect', 'Ingress/web', 'Ingress/web-redirect']);
  expect(get('Ingress', 'web')).toEqual(yaml`
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      namespace: shop
      labels:
        app.kubernetes.io/instance: shop
        app.kubernetes.io/managed-by: slipway
        app.kubernetes.io/name: web
      annotations:
        cert-manager.io/cluster-issuer: letsencrypt
        traefik.ingress.kubernetes.io/router.entrypoints: websecure
        traefik.ingress.kubernetes.io/router.tls: "true"
    spec:
      ingressClassName: traefik
      tls:
        - hosts: [shop.example.com]
          secretName: web-tls
      rules:
        - host: shop.example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend: { service: { name: web, port: { name: http } } }
  `);
  expect(get('NetworkPolicy', 'web-from-ingress').spec).toEqual(yaml`
    podSelector:
      matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web }
    policyTypes: [Ingress]
    ingress:
      - from:
          - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: traefik } }
        ports: [{ port: 8080 }]
  `);
});

test('sticky sessions and timeouts behind Traefik are annotations of the Service', () => {
  const { get } = render(
    (shop) => new WebService(shop, 'web', props).expose('shop.example.com', { sticky: true, timeout: 90 }),
    withTraefik,
  );

  expect(get('Service').metadata.annotations).toMatchObject(yaml`
    traefik.ingress.kubernetes.io/service.serverstransport: shop-web@kubernetescrd
    traefik.ingress.kubernetes.io/service.sticky.cookie: "true"
  `);
});

test('a web service behind a Gateway has an HTTPRoute with a parent and a redirect', () => {
  const exposure = gateway({ parent: { name: 'public', namespace: 'infra', section: 'https', httpSection: 'http' } });
  const ingressFrom = [{ namespace: 'infra' }];
  const { get } = render((shop) => new WebService(shop, 'web', props).expose('shop.example.com'), {
    ...test12,
    exposure,
    ingressFrom,
  });

  expect(get('HTTPRoute', 'web').spec).toMatchObject(yaml`
    parentRefs: [{ name: public, namespace: infra, sectionName: https }]
    hostnames: [shop.example.com]
    rules:
      - backendRefs: [{ name: web, port: 80 }]
  `);
  expect(get('HTTPRoute', 'web-redirect').spec).toMatchObject(yaml`
    parentRefs: [{ name: public, namespace: infra, sectionName: http }]
  `);
});

test('a node port is a type of the Service, and anybody may come in', () => {
  const { get } = render((shop) => new WebService(shop, 'web', props).expose('localhost:30080'), {
    ...test12,
    exposure: nodePort(),
  });

  expect(get('Service').spec).toMatchObject(yaml`
    type: NodePort
    ports: [{ name: http, port: 80, targetPort: http, nodePort: 30080 }]
  `);
  expect(get('NetworkPolicy', 'web-from-ingress').spec).toMatchObject(yaml`
    ingress: [{ ports: [{ port: 8080 }] }]
  `);
});

test('a load balancer is a type of the Service, with the annotations of its cloud', () => {
  const exposure = loadBalancer({ annotations: { 'example.com/tier': 'public' } });
  const { get } = render((shop) => new WebService(shop, 'web', props).expose('shop.example.com'), {
    ...test12,
    exposure,
  });

  expect(get('Service')).toMatchObject({
    metadata: { annotations: { 'example.com/tier': 'public' } },
    spec: { type: 'LoadBalancer' },
  });
});

describe('a Service that an adapter opens in production is acknowledged', () => {
  const prod = { name: 'prod', kubernetes: '1.33' };
  const acknowledgedIn = (exposure: Exposure, fill: (web: WebService) => void, more: object = {}) => {
    const program = new Program();
    const shop = new Application(program, 'shop', { ...prod, exposure });
    fill(new WebService(shop, 'web', { ...props, ...more }));
    const { findings, files } = program.render();
    const service = files[0]!.resources.find(({ object }) => object.kind === 'Service')!;
    const open = findings.filter(({ rule }) => /services-are-internal|acknowledgement/.test(rule));
    return [service.object.metadata.annotations?.['slipway.dev/acknowledge'], ...open.map(({ rule }) => rule)];
  };

  test.each([
    ['nodePort', nodePort()],
    ['loadBalancer', loadBalancer()],
  ])('%s', (name, exposure) => {
    expect(acknowledgedIn(exposure, (web) => web.expose('shop.example.com'))).toEqual([
      `[{"rule":"services-are-internal","reason":"exposed with ${name}()"}]`,
    ]);
  });

  test('once, however often it is exposed', () => {
    expect(
      acknowledgedIn(
        loadBalancer(),
        (web) => (web.expose('shop.example.com'), web.expose('www.example.com', { name: 'www' })),
      ),
    ).toEqual(['[{"rule":"services-are-internal","reason":"exposed with loadBalancer()"}]']);
  });

  test('with the reason of the program, where it gives one before or after', () => {
    const reason = 'the shop is public';
    const say = (web: WebService) => acknowledge(web, 'services-are-internal', { reason, kind: 'Service' });
    const own = `[{"rule":"services-are-internal","reason":"${reason}"}]`;

    expect(acknowledgedIn(loadBalancer(), (web) => (web.expose('shop.example.com'), say(web)))).toEqual([own]);
    expect(acknowledgedIn(loadBalancer(), (web) => (say(web), web.expose('shop.example.com')))).toEqual([own]);
  });

  test('but not one that stays inside', () => {
    const internal = { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' };
    const ranges = { service: { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] } };

    expect(acknowledgedIn(loadBalancer({ annotations: internal }), (web) => web.expose('a.example.com'))).toEqual([
      undefined,
    ]);
    expect(acknowledgedIn(loadBalancer(), (web) => web.expose('a.example.com'), ranges)).toEqual([undefined]);
  });

  test('and not in development, where nobody asks', () => {
    const { get } = render((shop) => new WebService(shop, 'web', props).expose('localhost:30080'), {
      ...prod,
      preset: 'development',
      exposure: nodePort(),
    });

    expect(get('Service').metadata.annotations).toBeUndefined();
  });
});

test('name-based virtual hosts and paths lead to several workloads', () => {
  const { get } = render((shop) => {
    new WebService(shop, 'web', props).expose(['shop.example.com', 'www.example.com'], { tls: { secret: 'shop-tls' } });
    new WebService(shop, 'api', props).expose('shop.example.com', {
      paths: ['/api', '/graphql'],
      tls: { secret: 'shop-tls' },
    });
  }, withTraefik);

  expect(get('Ingress', 'web').spec).toMatchObject({
    rules: [{ host: 'shop.example.com' }, { host: 'www.example.com' }],
  });
  expect(get('Ingress', 'api').spec).toMatchObject(yaml`
    rules:
      - host: shop.example.com
        http:
          paths:
            - { path: /api, pathType: Prefix, backend: { service: { name: api, port: { name: http } } } }
            - { path: /graphql, pathType: Prefix, backend: { service: { name: api, port: { name: http } } } }
  `);
});

test('a second exposure of a workload has a name of its own', () => {
  const { ids } = render((shop) => {
    const web = new WebService(shop, 'web', { ...props, port: undefined, ports: { http: 8080, admin: 9000 } });
    web.expose('shop.example.com');
    web.expose('admin.example.com', { name: 'admin', paths: [{ path: '/', port: 'admin' }] });
  }, withTraefik);

  expect(ids.filter((id) => id.startsWith('Ingress/'))).toEqual([
    'Ingress/web',
    'Ingress/web-admin',
    'Ingress/web-admin-redirect',
    'Ingress/web-redirect',
  ]);
});

test('fails when an environment has no exposure', () => {
  expect(mistakes((shop) => new WebService(shop, 'web', props).expose('shop.example.com'), test12)).toEqual([
    "web: expose: environment 'test' has no exposure: give it one, such as traefik() or nodePort()",
  ]);
});

test('fails when nobody knows where ingress traffic comes from', () => {
  const exposure = ingress({ class: 'haproxy', issuer: 'letsencrypt' });

  expect(
    mistakes((shop) => new WebService(shop, 'web', props).expose('shop.example.com'), { ...test12, exposure }),
  ).toEqual([
    "web: expose: environment 'test' does not say where its ingress traffic comes from: set ingressFrom, such as [{ namespace: 'gateway' }]",
  ]);
});

test('fails when two exposures of a workload have one name', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      web.expose('shop.example.com');
      web.expose('admin.example.com');
    }, withTraefik),
  ).toEqual(["web: expose: 'web' is exposed already: give this one a name of its own, such as { name: 'admin' }"]);
});
