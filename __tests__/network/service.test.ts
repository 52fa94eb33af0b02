import {
  type Environment,
  nodePort,
  type ServiceProps,
  StatefulService,
  WebService,
  type WebServiceProps,
} from '../../lib';
import { mistakes, PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

/** The Service of a web service with these props. */
function serviceOf(service: ServiceProps, props: object = {}) {
  return render((shop) => new WebService(shop, 'web', { ...web, service, ...props } as WebServiceProps)).get('Service');
}

test('every prop of a Service that a load balancer serves', () => {
  const every: Required<ServiceProps> = {
    type: 'LoadBalancer',
    headless: false,
    port: 8000,
    sessionAffinity: 'ClientIP',
    sessionAffinitySeconds: 600,
    externalTrafficPolicy: 'Local',
    internalTrafficPolicy: 'Local',
    trafficDistribution: 'PreferSameZone',
    loadBalancerSourceRanges: ['192.0.2.0/24', '2001:db8::/32'],
    loadBalancerClass: 'example.com/internal',
    publishNotReadyAddresses: true,
    annotations: { 'example.com/dns': 'shop' },
  };

  expect(serviceOf(every)).toMatchObject(
    yaml`
    metadata: { name: web, annotations: { example.com/dns: shop } }
    spec:
      type: LoadBalancer
      selector: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web }
      ports: [{ name: http, port: 8000, targetPort: http }]
      sessionAffinity: ClientIP
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } }
      externalTrafficPolicy: Local
      internalTrafficPolicy: Local
      trafficDistribution: PreferClose
      loadBalancerSourceRanges: [192.0.2.0/24, '2001:db8::/32']
      loadBalancerClass: example.com/internal
      publishNotReadyAddresses: true
  ` as object,
  );
});

test('a Service that says nothing has no field that the API fills in', () => {
  expect(serviceOf({}).spec).toEqual(yaml`
    selector: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web }
    ports: [{ name: http, port: 80, targetPort: http }]
  `);
});

test('the type is left out where it is ClusterIP, else written', () => {
  expect(serviceOf({ type: 'ClusterIP' }).spec).not.toHaveProperty('type');
  expect(serviceOf({ type: 'NodePort', externalTrafficPolicy: 'Local' }).spec).toMatchObject({ type: 'NodePort' });
});

test('a headless Service has no address but those of its pods', () => {
  const { get } = render(
    (shop) => new StatefulService(shop, 'search', { image, user: 1000, ports: { http: 9200, peers: 9300 } }),
  );

  expect(serviceOf({ headless: true }).spec).toMatchObject({ clusterIP: 'None' });
  expect(get('Service').spec).toEqual(yaml`
    clusterIP: None
    selector: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: search }
    ports: [{ name: http, port: 9200, targetPort: http }, { name: peers, port: 9300, targetPort: peers }]
  `);
});

test('several ports have names, protocols and numbers of their own', () => {
  const ports = {
    http: { port: 8080, servicePort: 80, appProtocol: 'http' },
    syslog: { port: 5140, servicePort: 514, protocol: 'UDP' },
    secure: { port: 5140, servicePort: 514 },
  };

  expect(serviceOf({}, { port: undefined, ports }).spec).toMatchObject(
    yaml`
    ports:
      - { name: http, port: 80, targetPort: http, appProtocol: http }
      - { name: syslog, port: 514, targetPort: syslog, protocol: UDP }
      - { name: secure, port: 514, targetPort: secure }
  ` as object,
  );
});

function mistakesOf(service: object, props: object = {}, environment: Environment = PROD): readonly string[] {
  return mistakes((shop) => new WebService(shop, 'web', { ...web, service, ...props } as WebServiceProps), environment);
}

test.each([
  [
    'an unknown type',
    { type: 'ExternalName' },
    `service.type is 'ExternalName': use 'ClusterIP', 'NodePort' or 'LoadBalancer'`,
  ],
  [
    'an address and none',
    { headless: true, type: 'NodePort' },
    `service is headless and has type 'NodePort': remove one, as a headless Service has no address`,
  ],
  [
    'an external policy inside',
    { externalTrafficPolicy: 'Local' },
    `service.externalTrafficPolicy is for types NodePort and LoadBalancer, not ClusterIP: remove it, or set the type`,
  ],
  [
    'source ranges without a balancer',
    { loadBalancerSourceRanges: ['192.0.2.0/24'] },
    `service.loadBalancerSourceRanges is for type LoadBalancer, not ClusterIP: remove it, or set the type`,
  ],
  [
    'a class without a balancer',
    { type: 'NodePort', loadBalancerClass: 'a/b' },
    `service.loadBalancerClass is for type LoadBalancer, not NodePort: remove it, or set the type`,
  ],
  [
    'a source that is no range',
    { type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.1'] },
    `service.loadBalancerSourceRanges has '192.0.2.1', which is no address range: write one such as '10.20.0.0/16'`,
  ],
  [
    'a source that is an address within a range',
    { type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.7/24'] },
    `service.loadBalancerSourceRanges has '192.0.2.7/24', an address within a range: write '192.0.2.0/24', or '192.0.2.7/32' for the address alone`,
  ],
  [
    'a class that is no name',
    { type: 'LoadBalancer', loadBalancerClass: 'internal lb' },
    `service.loadBalancerClass is 'internal lb': write it like 'service.k8s.aws/nlb'`,
  ],
  [
    'an affinity that there is none of',
    { sessionAffinity: 'ClientIp' },
    `service.sessionAffinity is 'ClientIp': use 'ClientIP', or leave it out`,
  ],
  [
    'an external policy that there is none of',
    { type: 'NodePort', externalTrafficPolicy: 'local' },
    `service.externalTrafficPolicy is 'local': use 'Local', or leave it out`,
  ],
  [
    'an internal policy that there is none of',
    { internalTrafficPolicy: 'Node' },
    `service.internalTrafficPolicy is 'Node': use 'Local', or leave it out`,
  ],
  [
    'a distribution that there is none of',
    { trafficDistribution: 'PreferNear' },
    `service.trafficDistribution is 'PreferNear': use 'PreferSameZone', 'PreferSameNode' or 'PreferClose'`,
  ],
  [
    'an annotation that is no text',
    { annotations: { 'example.com/internal': true } },
    `service.annotations['example.com/internal'] is true: write it in quotes`,
  ],
  [
    'an annotation with a bad key',
    { annotations: { 'internal lb': 'true' } },
    `service.annotations has the key 'internal lb', which is none: write '<prefix>/<name>'`,
  ],
  [
    'affinity and no address',
    { headless: true, sessionAffinity: 'ClientIP' },
    `service is headless and has sessionAffinity 'ClientIP': remove one, as clients pick a pod themselves`,
  ],
  [
    'a distribution and no address',
    { headless: true, trafficDistribution: 'PreferClose' },
    `service is headless and has trafficDistribution 'PreferClose': remove one, as clients pick a pod themselves`,
  ],
  [
    'a prop that is mistyped',
    { sesionAffinity: 'ClientIP' },
    'service.sesionAffinity is unknown: write sessionAffinity',
  ],
  [
    'seconds without affinity',
    { sessionAffinitySeconds: 60 },
    `service.sessionAffinitySeconds is 60 without sessionAffinity: add sessionAffinity: 'ClientIP'`,
  ],
  [
    'seconds beyond a day',
    { sessionAffinity: 'ClientIP', sessionAffinitySeconds: 90000 },
    'service.sessionAffinitySeconds is 90000: use 1 to 86400',
  ],
  [
    'a part of a second',
    { sessionAffinity: 'ClientIP', sessionAffinitySeconds: 1.5 },
    'service.sessionAffinitySeconds is 1.5: use 1 to 86400',
  ],
])('fails when a Service has %s', (_, service, message) => {
  expect(mistakesOf(service)).toEqual([`web: ${message}`]);
});

test.each([
  ['PreferSameZone', '1.33', 'PreferClose'],
  ['PreferClose', '1.33', 'PreferClose'],
  ['PreferSameZone', '1.34', 'PreferSameZone'],
  ['PreferClose', '1.34', 'PreferSameZone'],
  ['PreferSameNode', '1.34', 'PreferSameNode'],
] as const)('the distribution %s is rendered for %s as %s', (trafficDistribution, kubernetes, word) => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, service: { trafficDistribution } }), {
    name: 'prod',
    kubernetes,
  });

  expect(get('Service').spec).toMatchObject({ trafficDistribution: word });
});

test('fails when the clusters are too old for pods of one node', () => {
  expect(mistakesOf({ trafficDistribution: 'PreferSameNode' })).toEqual([
    `web: service.trafficDistribution 'PreferSameNode' needs Kubernetes 1.34, and environment 'prod' has 1.33: remove it, or raise kubernetes`,
  ]);
});

test('fails when an environment exposes a headless Service by an address', () => {
  const environment = { ...PROD, exposure: nodePort() };

  expect(
    mistakes(
      (shop) => new WebService(shop, 'web', { ...web, service: { headless: true } }).expose('localhost:30080'),
      environment,
    ),
  ).toEqual([`web: service is headless, but environment 'prod' exposes it with type 'NodePort': remove headless`]);
});

test('fails when the Service of a stateful service is to be another than headless', () => {
  expect(
    mistakes(
      (shop) =>
        new StatefulService(shop, 'search', {
          image,
          user: 1000,
          ports: { http: { port: 9200, servicePort: 80 } },
          // @ts-expect-error it is headless
          service: { type: 'LoadBalancer' },
        }),
    ),
  ).toEqual([
    'search: service.type is unknown: use publishNotReadyAddresses, annotations',
    `search: port 'http' has servicePort 80, but its Service is headless, so clients reach the pods on 9200: remove servicePort`,
  ]);
});

test('fails when the clusters are too old for a traffic distribution', () => {
  const old = { name: 'old', kubernetes: '1.30' };

  expect(mistakesOf({ trafficDistribution: 'PreferClose' }, {}, old)).toEqual([
    `web: service.trafficDistribution needs Kubernetes 1.31, and environment 'old' has 1.30: remove it, or raise kubernetes`,
  ]);
});
