import { type PortProps, type Ports, WebService } from '../../lib';
import { render } from '../support/render';
import { yaml } from '../support/yaml';
import { container, wrong } from './web';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000 };

test('every prop of a port reaches the container or the Service', () => {
  const every: Required<PortProps> = { port: 5353, protocol: 'UDP', servicePort: 53, appProtocol: 'dns' };
  const { get } = render((shop) => new WebService(shop, 'dns', { ...web, ports: { dns: every } }));

  expect(get('Deployment').spec).toMatchObject(yaml`
    template: { spec: { containers: [{ ports: [{ name: dns, containerPort: 5353, protocol: UDP }] }] } }
  `);
  expect(get('Service').spec).toMatchObject(yaml`
    ports: [{ name: dns, port: 53, targetPort: dns, protocol: UDP, appProtocol: dns }]
  `);
});

test('ports keep the order in which they are declared', () => {
  expect(container({ ports: { web: 8080, admin: 8081, 'grpc-api': 9000 } }).ports).toEqual(yaml`
    - { name: web, containerPort: 8080 }
    - { name: admin, containerPort: 8081 }
    - { name: grpc-api, containerPort: 9000 }
  `);
});

test('one number can be a TCP port and a UDP port', () => {
  expect(container({ ports: { tcp: 53, udp: { port: 53, protocol: 'UDP' } } }).ports).toEqual(yaml`
    - { name: tcp, containerPort: 53 }
    - { name: udp, containerPort: 53, protocol: UDP }
  `);
});

const NAME = "use at most 15 lower-case letters, digits and single '-', with a letter";

test.each([
  ['a name of 16 characters', { 'administration-1': 80 }, `port 'administration-1' has no valid name: ${NAME}`],
  ['a name without a letter', { 8080: 8080 }, `port '8080' has no valid name: ${NAME}`],
  ['a name in capitals', { HTTP: 80 }, `port 'HTTP' has no valid name: ${NAME}`],
  ['a name with two dashes', { 'a--b': 80 }, `port 'a--b' has no valid name: ${NAME}`],
  ['a name that ends with a dash', { 'a-': 80 }, `port 'a-' has no valid name: ${NAME}`],
  ['number 70000', { http: 70000 }, `port 'http' is 70000: use a whole number from 1 to 65535`],
  ['number 0', { http: 0 }, `port 'http' is 0: use a whole number from 1 to 65535`],
  ['half a number', { http: 80.5 }, `port 'http' is 80.5: use a whole number from 1 to 65535`],
  ['a number as text', { http: '8080' }, `port 'http' is '8080': use a whole number from 1 to 65535`],
  [
    'a Service port of 0',
    { http: { port: 80, servicePort: 0 } },
    `port 'http': servicePort is 0: use a whole number from 1 to 65535`,
  ],
  [
    'a protocol in small letters',
    { http: { port: 80, protocol: 'tcp' } },
    `port 'http': protocol is 'tcp': use 'TCP', 'UDP' or 'SCTP'`,
  ],
  [
    'a protocol with a space',
    { http: { port: 80, appProtocol: 'HTTP 2' } },
    `port 'http': appProtocol is 'HTTP 2': write it like 'grpc' or 'kubernetes.io/h2c'`,
  ],
  [
    'a setting that there is none of',
    { http: { port: 80, nodePort: 30080 } },
    `port 'http'.nodePort is unknown: use port, protocol, servicePort, appProtocol`,
  ],
])('fails when a port has %s', (_, ports, message) => {
  expect(wrong({ ports: ports as Ports })).toEqual([`web: ${message}`]);
});

test('fails when two ports have one number, in the pod or outside', () => {
  expect(wrong({ ports: { http: 8080, admin: 8080 } })).toEqual([
    `web: ports 'http' and 'admin' both have port 8080/TCP: use another number for one`,
  ]);
  expect(wrong({ ports: { http: { port: 8080, servicePort: 80 }, admin: { port: 8081, servicePort: 80 } } })).toEqual([
    `web: ports 'http' and 'admin' both have servicePort 80/TCP: use another number for one`,
  ]);
});
