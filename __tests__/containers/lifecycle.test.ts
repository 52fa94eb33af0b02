import { type Environment, type Lifecycle, Worker } from '../../lib';
import { containerOf } from '../support/objects';
import { PROD, render } from '../support/render';
import { yaml } from '../support/yaml';
import { container, wrong } from './web';

/** An environment with clusters of a version. */
const on = (kubernetes: string): Environment => ({ ...PROD, kubernetes });

test('every hook of a container is written as it is', () => {
  const every: Required<Lifecycle> = {
    postStart: { exec: ['/shop', 'warm'] },
    preStop: { http: '/drain', port: 'http', scheme: 'HTTPS' },
  };

  expect(container({ lifecycle: every }).lifecycle).toEqual(yaml`
    postStart: { exec: { command: [/shop, warm] } }
    preStop: { httpGet: { path: /drain, port: http, scheme: HTTPS } }
  `);
});

test.each([
  ['1.30', false, { preStop: { sleep: { seconds: 5 } } }],
  ['1.30', true, { preStop: { sleep: { seconds: 5 } } }],
  ['1.29', true, { preStop: { exec: { command: ['sleep', '5'] } } }],
  ['1.28', true, { preStop: { exec: { command: ['sleep', '5'] } } }],
  ['1.29', false, undefined],
  ['1.28', false, undefined],
])('on %s, where shell is %s, a web service drains with %j', (kubernetes, shell, lifecycle) => {
  expect(container({ shell }, on(kubernetes)).lifecycle).toEqual(lifecycle);
});

test('a sleep of another length is done in the same ways', () => {
  const props = { shell: true, lifecycle: { preStop: { sleep: 12 } } } as const;

  expect(container(props, on('1.30')).lifecycle).toEqual({ preStop: { sleep: { seconds: 12 } } });
  expect(container(props, on('1.29')).lifecycle).toEqual({ preStop: { exec: { command: ['sleep', '12'] } } });
});

test('a sleep of no seconds turns the default off', () => {
  expect(container({ lifecycle: { preStop: { sleep: 0 } } })).not.toHaveProperty('lifecycle');
});

test.each([
  [8, { preStop: { sleep: { seconds: 4 } } }],
  [1, undefined],
  [0, undefined],
])('of %s seconds to end, draining takes half at most', (terminationGracePeriodSeconds, lifecycle) => {
  expect(container({ terminationGracePeriodSeconds }).lifecycle).toEqual(lifecycle);
});

test('a worker gets no requests, so it ends without draining', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { image: 'ghcr.io/acme/mail:2', user: 1000 }));

  expect(containerOf(get('Deployment'), 'mail')).not.toHaveProperty('lifecycle');
});

test('fails when a sleep is to be done by an image that has none', () => {
  expect(wrong({ lifecycle: { preStop: { sleep: 10 } } }, on('1.29'))).toEqual([
    'web: lifecycle.preStop.sleep needs Kubernetes 1.30, and the environment has 1.29: add shell: true if the image has a sleep command, or leave it out',
  ]);
});

test.each([
  [
    'sleeps longer than it may',
    { preStop: { sleep: 30 } },
    'lifecycle.preStop.sleep (30) must be less than terminationGracePeriodSeconds (30): raise that, or sleep less',
  ],
  [
    'sleeps for less than nothing',
    { preStop: { sleep: -1 } },
    'lifecycle.preStop.sleep is -1: use a whole number of seconds',
  ],
  [
    'sleeps for a part of a second',
    { postStart: { sleep: 0.5 } },
    'lifecycle.postStart.sleep is 0.5: use a whole number of seconds',
  ],
  [
    'runs a command for a shell',
    { preStop: { exec: 'sleep 5' } },
    `lifecycle.preStop.exec is 'sleep 5', which is no list: write ['program', 'argument']`,
  ],
  [
    'runs an empty command',
    { preStop: { exec: [] } },
    'lifecycle.preStop has an empty command: write the program and its arguments',
  ],
  [
    'asks on an unknown port',
    { preStop: { http: '/drain', port: 'htpp' } },
    `lifecycle.preStop asks on port 'htpp', which the container does not declare (it declares 'http'): correct the name`,
  ],
  [
    'asks on no port',
    { preStop: { http: '/drain' } },
    'lifecycle.preStop: the port is undefined: use a whole number from 1 to 65535',
  ],
  [
    'asks for a path without its slash',
    { preStop: { http: 'drain', port: 8080 } },
    `lifecycle.preStop asks for 'drain': begin the path with '/'`,
  ],
  ['does nothing', { preStop: {} }, 'lifecycle.preStop does nothing: use one of exec, http, sleep'],
  [
    'does two things',
    { preStop: { sleep: 5, exec: ['/drain'] } },
    'lifecycle.preStop does several things (exec, sleep): use one of exec, http, sleep',
  ],
  ['has an unknown name', { beforeStop: { sleep: 5 } }, 'lifecycle.beforeStop is unknown: use postStart, preStop'],
])('fails when a hook %s', (_, lifecycle, message) => {
  expect(wrong({ lifecycle: lifecycle as Lifecycle })).toEqual([`web: ${message}`]);
});
