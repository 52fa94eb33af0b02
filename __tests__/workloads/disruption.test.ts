import { type Disruption, WebService } from '../../lib';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };

test('from two replicas on a node drain takes one at a time', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, scale: 2 }));

  expect(get('PodDisruptionBudget')).toMatchObject(yaml`
    metadata: { name: web }
    spec:
      maxUnavailable: 1
      selector: { matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web } }
      unhealthyPodEvictionPolicy: AlwaysAllow
  `);
});

test('one replica has no budget, as it would block every drain', () => {
  const { ids } = render((shop) => new WebService(shop, 'web', web));

  expect(ids).not.toContain('PodDisruptionBudget/web');
});

test.each([
  [1, []],
  [2, ['PodDisruptionBudget/web']],
])('an autoscaled workload of at least %s has the budgets %j', (min, budgets) => {
  const scale = { min, max: 5, targetCpu: 70 };
  const { ids } = render((shop) => new WebService(shop, 'web', { ...web, scale }));

  expect(ids.filter((id) => id.startsWith('PodDisruptionBudget'))).toEqual(budgets);
});

test.each<[Disruption]>([[{ minAvailable: 2 }], [{ minAvailable: '50%' }], [{ maxUnavailable: '50%' }]])(
  'a budget can be a number or a part: %j',
  (disruption) => {
    const { get } = render((shop) => new WebService(shop, 'web', { ...web, scale: 3, disruption }));

    expect(get('PodDisruptionBudget').spec).toMatchObject(disruption);
  },
);

test('a workload can do without a budget', () => {
  const { ids } = render((shop) => new WebService(shop, 'web', { ...web, scale: 3, disruption: false }));

  expect(ids).not.toContain('PodDisruptionBudget/web');
});

test.each([
  [
    'all of the pods',
    { minAvailable: 3 },
    'disruption.minAvailable (3) leaves no pod of 3 to evict, so no node could be drained: lower it, or run more replicas',
  ],
  [
    'a part that is rounded up to all',
    { minAvailable: '70%' },
    'disruption.minAvailable (70%) leaves no pod of 3 to evict, so no node could be drained: lower it, or run more replicas',
  ],
  [
    'none that may go',
    { maxUnavailable: '0%' },
    'disruption.maxUnavailable (0%) lets no pod be evicted, so no node could be drained: raise it',
  ],
  [
    'a word',
    { minAvailable: 'half' },
    `disruption.minAvailable is 'half': use a whole number, or percent such as '50%'`,
  ],
  [
    'less than none',
    { minAvailable: -1 },
    `disruption.minAvailable is -1: use a whole number, or percent such as '50%'`,
  ],
  [
    'more than all',
    { maxUnavailable: '150%' },
    `disruption.maxUnavailable is '150%': use a whole number, or percent such as '50%'`,
  ],
  ['nothing', {}, 'disruption has neither minAvailable nor maxUnavailable: give one'],
  [
    'both of its ends',
    { minAvailable: 1, maxUnavailable: 1 },
    'disruption has both minAvailable and maxUnavailable: give one',
  ],
])('fails when the budget is %s', (_, disruption, message) => {
  expect(
    mistakes((shop) => new WebService(shop, 'web', { ...web, scale: 3, disruption: disruption as Disruption })),
  ).toEqual([`web: ${message}`]);
});
