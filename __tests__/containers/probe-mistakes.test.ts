import type { Health } from '../../lib';
import { wrong } from './web';

test.each([
  [
    'a port that is not declared',
    { live: { http: '/', port: 'htpp' } },
    `health.live asks on port 'htpp', which the container does not declare (it declares 'http'): correct the name`,
  ],
  [
    'a port beyond the last',
    { live: { http: '/', port: 70000 } },
    'health.live: the port is 70000: use a whole number from 1 to 65535',
  ],
  ['port 0', { ready: { tcp: 0 } }, 'health.ready: the port is 0: use a whole number from 1 to 65535'],
  ['a gRPC port by name', { live: { grpc: 'http' } }, `health.live.grpc is 'http': use true, or the port's number`],
  ['a path without its slash', { live: 'healthz' }, `health.live asks for 'healthz': begin the path with '/'`],
  [
    'a scheme in small letters',
    { live: { http: '/', scheme: 'https' } },
    `health.live.scheme is 'https': use 'HTTP' or 'HTTPS'`,
  ],
  [
    'a header with a space',
    { live: { http: '/', headers: { 'Host name': 'a' } } },
    `health.live has the header 'Host name', which is no header name: use letters, digits and '-'`,
  ],
  [
    'a header that is a number',
    { live: { http: '/', headers: { Age: 1 } } },
    `health.live has the header Age with 1, which is no text: write '1'`,
  ],
  [
    'a command for a shell',
    { live: { exec: 'shop check' } },
    `health.live.exec is 'shop check', which is no list: write ['program', 'argument']`,
  ],
  ['an empty command', { live: { exec: [] } }, 'health.live has an empty command: write the program and its arguments'],
  ['no question', { live: {} }, 'health.live asks in no way: use one of http, tcp, exec, grpc'],
  [
    'two questions',
    { live: { http: '/', tcp: true } },
    'health.live asks in several ways (http, tcp): use one of http, tcp, exec, grpc',
  ],
  [
    'a period of 0 seconds',
    { live: { http: '/', periodSeconds: 0 } },
    'health.live.periodSeconds is 0: use a whole number from 1 on',
  ],
  [
    'a delay in the past',
    { live: { http: '/', initialDelaySeconds: -1 } },
    'health.live.initialDelaySeconds is -1: use a whole number from 0 on',
  ],
  [
    'half a failure',
    { start: { http: '/', failureThreshold: 1.5 } },
    'health.start.failureThreshold is 1.5: use a whole number from 1 on',
  ],
  [
    'two successes to live',
    { live: { http: '/', successThreshold: 2 } },
    `health.live.successThreshold is 2: only a 'ready' probe may ask for more than 1`,
  ],
  [
    'an unknown setting',
    { live: { http: '/', timeout: 3 } },
    'health.live.timeout is unknown: use http, port, scheme, headers, tcp, exec, grpc, service, initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold, successThreshold',
  ],
  ['an unknown kind', { alive: '/' }, 'health.alive is unknown: write live'],
])('fails when a probe has %s', (_, health, message) => {
  expect(wrong({ health: health as Health })).toEqual([`web: ${message}`]);
});

test('fails when a probe connects to a port that takes no connections', () => {
  const dns = { port: 5353, protocol: 'UDP' } as const;

  expect(wrong({ ports: { dns }, health: { ready: { tcp: 'dns' } } })).toEqual([
    `web: health.ready asks on port 'dns', which is UDP: name a TCP port`,
  ]);
  expect(wrong({ ports: { dns }, health: { live: '/healthz' } })).toEqual([
    'web: health.live has no port, and the container declares none: name one',
  ]);
});
