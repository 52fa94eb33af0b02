import { Claim, ClaimTemplate, StatefulService, type StatefulServiceProps, WebService } from '../../lib';
import { mistakes } from '../support/render';

const image = 'docker.io/acme/search:9';
const props = { image, user: 1000, ports: { http: 9200 } };
const data = new ClaimTemplate('data', { size: '10Gi', accessMode: 'ReadWriteOnce' });

test.each([
  ['no port', { ports: {} }, 'has no ports: name those that it listens on, as its Service needs them'],
  [
    'a Service name with an underscore',
    { serviceName: 'search_peers' },
    `serviceName 'search_peers' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'search-peers')`,
  ],
  [
    'a Service name with a digit in front',
    { serviceName: '1st' },
    `serviceName '1st' begins with a digit, which a Service's can't: begin it with a letter`,
  ],
  [
    'an order in small letters',
    { podManagement: 'parallel' },
    `podManagement is 'parallel': use 'Parallel', or leave it out`,
  ],
  [
    'an update in small letters',
    { updateStrategy: 'onDelete' },
    `updateStrategy is 'onDelete': use 'OnDelete', or { partition }`,
  ],
  ['a partition below 0', { updateStrategy: { partition: -1 } }, 'updateStrategy.partition is -1: use a whole number'],
  [
    'claims to be kept forever',
    { retention: { whenDeleted: 'Keep' } },
    `retention.whenDeleted is 'Keep': use 'Retain' or 'Delete'`,
  ],
  [
    'a retention that is mistyped',
    { retention: { onDelete: 'Retain' } },
    'retention.onDelete is unknown: use whenDeleted, whenScaled',
  ],
])('fails when a stateful service has %s', (_, wrong, message) => {
  expect(
    mistakes((shop) => {
      const search = new StatefulService(shop, 'search', { ...props, ...wrong } as StatefulServiceProps);
      search.mount('/data', data);
    }),
  ).toEqual([`search: ${message}`]);
});

test('fails when claims are to be kept that there are none of', () => {
  expect(
    mistakes((shop) => new StatefulService(shop, 'search', { ...props, retention: { whenScaled: 'Delete' } })),
  ).toEqual(['search: retention is for the claims of a ClaimTemplate, and none is mounted: mount one, or remove it']);
});

test('fails when replicas on several nodes share a volume of one', () => {
  expect(
    mistakes((shop) => {
      const shared = new Claim(shop, 'models', { size: '10Gi', accessMode: 'ReadWriteOnce' });
      new StatefulService(shop, 'search', { ...props, scale: 3 }).mount('/models', shared);
    }),
  ).toEqual([
    `search: volume 'models' is ReadWriteOnce, so one pod can have it, but 3 run: mount a ClaimTemplate, or use accessMode 'ReadWriteMany'`,
  ]);
});

test('fails when replicas without names mount a claim template', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', { image, user: 1000, port: 8080 });
      // @ts-expect-error only a stateful service has volumes for each replica
      web.mount('/data', data);
    }),
  ).toEqual([`web: claim template 'data' needs replicas with names: use a StatefulService, or a Claim`]);
});

test('fails when a claim template says neither size nor access', () => {
  // @ts-expect-error how may it be mounted?
  const unclear = new ClaimTemplate('data', { size: '' });

  expect(mistakes((shop) => new StatefulService(shop, 'search', props).mount('/data', unclear))).toEqual([
    expect.stringMatching(/^search: volume 'data': size is ''/),
    expect.stringMatching(/^search: volume 'data': accessMode is 'undefined'/),
  ]);
});
