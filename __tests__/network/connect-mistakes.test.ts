import {
  Application,
  type ConnectionTarget,
  type ConnectOptions,
  type Environment,
  Internet,
  Outside,
  Program,
  WebService,
  Worker,
} from '../../lib';
import { mistakesOf } from '../support/program';
import { mistakes, PROD } from '../support/render';

const image = 'ghcr.io/acme/shop:1.4.2';
const peer = { cidr: '10.20.0.0/16' };

/** The mistakes of a worker that connects to a target. */
function connecting(target: ConnectionTarget, options?: ConnectOptions): readonly string[] {
  return mistakes((shop) => new Worker(shop, 'mail', { image, user: 1000 }).connectTo(target, options));
}

test('fails when a workload is connected to one target twice', () => {
  expect(
    mistakes((shop) => {
      const worker = new Worker(shop, 'mail', { image, user: 1000 });
      worker.connectTo(Internet.https());
      worker.connectTo(Internet.https());
    }),
  ).toEqual([`mail: is connected to 'internet-https' twice: remove one connectTo, or give the target another id`]);
});

test('fails when a target listens, but has no Service', () => {
  expect(
    mistakes((shop) => {
      const printer = new Worker(shop, 'print', { image, user: 1000, ports: { ipp: 631 } });
      new Worker(shop, 'mail', { image, user: 1000 }).connectTo(printer);
    }),
  ).toEqual([`mail: connectTo(print): 'print' has no Service: use a WebService`]);
});

test('fails when a target has no ports that could be opened', () => {
  expect(
    mistakes((shop) => {
      const printer = new Outside('print', { peer: { cidr: '10.20.0.0/16' }, ports: [] });
      new Worker(shop, 'mail', { image, user: 1000 }).connectTo(printer);
    }),
  ).toEqual([
    `mail: connectTo(print): the target names no ports, which a network policy would read as all: name those that it listens on`,
  ]);
});

test.each([
  [
    'no ports',
    Internet.ports('smtp'),
    `connectTo(internet-smtp): the target names no ports, which a network policy would read as all: name those that it listens on`,
  ],
  [
    'a port out of range',
    new Outside('relay', { peer, ports: [70000] }),
    `connectTo(relay): port is 70000: use a whole number from 1 to 65535`,
  ],
  [
    'an address that is no range',
    new Outside('relay', { peer: { cidr: '10.20.0.1' }, ports: [25] }),
    `connectTo(relay): to[0].cidr is '10.20.0.1', which is no address range: write one such as '10.20.0.0/16'`,
  ],
  [
    'an exception that is no part',
    new Outside('relay', { peer: { ...peer, except: ['10.20.0.0/16'] }, ports: [25] }),
    `connectTo(relay): to[0].except has '10.20.0.0/16', which is no part of 10.20.0.0/16: remove it, or widen cidr`,
  ],
  [
    'a namespace that none can be',
    new Outside('relay', { peer: { namespace: 'Mail' }, ports: [25] }),
    `connectTo(relay): to[0].namespace 'Mail' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'mail')`,
  ],
  [
    'an id that none can be',
    new Outside('Mail Relay', { peer, ports: [25] }),
    `connectTo(Mail Relay): the target's id 'Mail Relay' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'mail-relay')`,
  ],
  [
    'a prop that is mistyped',
    new Outside('relay', { peer, port: 25, ports: [25] } as never),
    'connectTo(relay): Outside.port is unknown: write ports',
  ],
  [
    'labels that are mistyped, which would let every pod in',
    new Outside('relay', { peer: { namespace: 'mail', label: { app: 'relay' } } as never, ports: [25] }),
    'connectTo(relay): peer.label is unknown: write labels',
  ],
  [
    'an address within a range',
    new Outside('relay', { peer: { cidr: '10.20.0.9/16' }, ports: [25] }),
    `connectTo(relay): to[0].cidr is '10.20.0.9/16', an address within a range: write '10.20.0.0/16', or '10.20.0.9/32' for the address alone`,
  ],
  [
    'nobody to connect to',
    { id: 'relay', egressFor: () => ({ to: [], ports: [{ port: 25 }] }) },
    `connectTo(relay): the target names nobody, which a network policy would read as everybody: name an address range or pods`,
  ],
])('fails when a target has %s', (_, target, message) => {
  expect(connecting(target)).toEqual([`mail: ${message}`]);
});

test.each([0, 2.5, Number.NaN])('fails when a pod opens %p connections at most', (connectionsPerPod) => {
  expect(connecting(Internet.https(), { connectionsPerPod })).toEqual([
    `mail: connectTo(internet-https): connectionsPerPod is ${connectionsPerPod}: use a whole number from 1 on`,
  ]);
});

test('fails when what a client says is mistyped', () => {
  // @ts-expect-error it is connectionsPerPod
  expect(connecting(Internet.https(), { connectionPerPod: 5 })).toEqual([
    'mail: connectTo(internet-https): options.connectionPerPod is unknown: write connectionsPerPod',
  ]);
});

test('fails when a target runs in another environment than its client', () => {
  const program = new Program();
  const [test, prod] = ['test', 'prod'].map((name) => new Application(program, 'shop', { name, kubernetes: '1.33' }));
  const api = new WebService(test!, 'api', { image, user: 1000, port: 8080 });
  new Worker(prod!, 'mail', { image, user: 1000 }).connectTo(api);

  expect(mistakesOf(program)).toEqual([
    `prod: mail: connectTo(api): the target is in environment 'test', and mail in 'prod': connect to one in the same, or to an address with new Outside(…)`,
  ]);
});

/** A target that offers a variable. */
const cache = (id: string): ConnectionTarget => ({
  id,
  egressFor: () => ({ ports: [{ port: 6379 }] }),
  variablesFor: () => ({ REDIS_HOST: id }),
});

test('fails when two databases set the same variables of a client', () => {
  expect(
    mistakes((shop) => {
      const worker = new Worker(shop, 'mail', { image, user: 1000 });
      for (const id of ['cache', 'queue']) worker.connectTo(cache(id));
    }),
  ).toEqual(['mail: env.REDIS_HOST is set twice, by connectTo(cache) and by connectTo(queue): remove one']);
});

test('fails when a client has the name of who reads metrics', () => {
  const environment: Environment = { ...PROD, metricsFrom: [{ namespace: 'monitoring' }] };

  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', { image, user: 1000, port: 8080, metrics: { port: 'http' } });
      new Worker(shop, 'metrics', { image, user: 1000 }).connectTo(web);
    }, environment),
  ).toEqual([
    `web: would have two network policies named 'web-from-metrics': give one of those that connect another id`,
  ]);
});
