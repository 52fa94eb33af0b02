import { Claim, type Strategy, WebService } from '../../lib';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };

/** How a Deployment replaces its pods. */
function strategyOf(strategy?: Strategy): unknown {
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, strategy }));
  return (get('Deployment').spec as { strategy: unknown }).strategy;
}

test('an update adds a new pod before an old one goes', () => {
  expect(strategyOf()).toEqual(yaml`
    type: RollingUpdate
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  `);
});

test('an update can end every old pod before a new one starts', () => {
  expect(strategyOf('Recreate')).toEqual({ type: 'Recreate' });
});

test('an update can replace a number of pods, or a part of them', () => {
  const every: Required<Exclude<Strategy, string>> = { maxSurge: '50%', maxUnavailable: 2 };

  expect(strategyOf(every)).toEqual(yaml`
    type: RollingUpdate
    rollingUpdate: { maxSurge: 50%, maxUnavailable: 2 }
  `);
});

test.each([
  ['a word in small letters', 'recreate', `strategy is 'recreate': use 'Recreate', or { maxSurge, maxUnavailable }`],
  ['null', null, `strategy is null: use 'Recreate', or { maxSurge, maxUnavailable }`],
  [
    'nothing at all',
    { maxSurge: 0, maxUnavailable: '0%' },
    'strategy has maxSurge 0 and maxUnavailable 0, so no pod could be replaced: raise one',
  ],
  ['a number as text', { maxSurge: '3' }, `strategy.maxSurge is '3': use a whole number, or percent such as '25%'`],
  ['half a pod', { maxSurge: 1.5 }, `strategy.maxSurge is 1.5: use a whole number, or percent such as '25%'`],
  [
    'more than all',
    { maxUnavailable: '150%' },
    `strategy.maxUnavailable is '150%': use a whole number, or percent such as '25%'`,
  ],
  ['a name that is mistyped', { surge: 2 }, 'strategy.surge is unknown: use maxSurge, maxUnavailable'],
])('fails when the strategy is %s', (_, strategy, message) => {
  expect(mistakes((shop) => new WebService(shop, 'web', { ...web, strategy: strategy as Strategy }))).toEqual([
    `web: ${message}`,
  ]);
});

test('fails when an update needs a volume on two nodes at once', () => {
  const uploads = { size: '10Gi', accessMode: 'ReadWriteOnce' } as const;

  expect(
    mistakes((shop) => new WebService(shop, 'web', web).mount('/srv', new Claim(shop, 'uploads', uploads))),
  ).toEqual([
    `web: volume 'uploads' is ReadWriteOnce, so one pod can have it, but more run at times (scale 1, strategy RollingUpdate): use accessMode 'ReadWriteMany', or scale 1 and strategy 'Recreate'`,
  ]);
  expect(
    mistakes((shop) => {
      const several = new WebService(shop, 'web', { ...web, scale: 2, strategy: 'Recreate' });
      several.mount('/srv', new Claim(shop, 'uploads', uploads));
    }),
  ).toEqual([
    `web: volume 'uploads' is ReadWriteOnce, so one pod can have it, but more run at times (scale 2, strategy Recreate): use accessMode 'ReadWriteMany', or scale 1 and strategy 'Recreate'`,
  ]);
});

test('a volume of one node is fine where one pod runs', () => {
  const { get } = render((shop) => {
    const claim = new Claim(shop, 'uploads', { size: '10Gi', accessMode: 'ReadWriteOnce' });
    new WebService(shop, 'web', { ...web, strategy: 'Recreate' }).mount('/srv', claim);
  });

  expect(get('Deployment').spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
});
