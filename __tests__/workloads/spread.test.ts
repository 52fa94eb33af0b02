import { StatefulService, WebService, type WorkloadProps } from '../../lib';
import { podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

test('from two replicas on pods are spread over zones and hosts', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, scale: 2 }));

  expect(podOf(get('Deployment')).spec.topologySpreadConstraints).toEqual(yaml`
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: ScheduleAnyway
      labelSelector: { matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web } }
      matchLabelKeys: [pod-template-hash]
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector: { matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web } }
      matchLabelKeys: [pod-template-hash]
  `);
});

test('the pods of a StatefulSet have no revision to spread by', () => {
  const { get } = render(
    (shop) => new StatefulService(shop, 'search', { image, user: 1000, ports: { http: 9200 }, scale: 3 }),
  );

  expect(podOf(get('StatefulSet')).spec.topologySpreadConstraints).toHaveLength(2);
  expect(JSON.stringify(get('StatefulSet'))).not.toContain('matchLabelKeys');
});

test('one replica is not spread, and several need not be', () => {
  for (const props of [{}, { scale: 3, spread: false } as const]) {
    const { get } = render((shop) => new WebService(shop, 'web', { ...web, ...props }));
    expect(podOf(get('Deployment')).spec).not.toHaveProperty('topologySpreadConstraints');
  }
});

test('constraints of your own count the pods of the workload', () => {
  const spread = [
    { maxSkew: 2, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' },
    { maxSkew: 1, topologyKey: 'row', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { a: 'b' } } },
  ];
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, spread }));

  expect(podOf(get('Deployment')).spec.topologySpreadConstraints).toEqual(yaml`
    - maxSkew: 2
      topologyKey: rack
      whenUnsatisfiable: DoNotSchedule
      labelSelector: { matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: web } }
    - { maxSkew: 1, topologyKey: row, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { a: b } } }
  `);
});

const rack = { maxSkew: 1, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' };

test.each([
  ['a yes', true, 'spread is true: use false, or a list of constraints'],
  ['no difference', [{ ...rack, maxSkew: 0 }], 'spread[0].maxSkew is 0: use a whole number from 1 on'],
  [
    'no label',
    [{ ...rack, topologyKey: '' }],
    `spread[0].topologyKey is missing: name a node label, such as 'kubernetes.io/hostname'`,
  ],
  [
    'an unknown answer',
    [{ ...rack, whenUnsatisfiable: 'Never' }],
    `spread[0].whenUnsatisfiable is 'Never': use 'DoNotSchedule' or 'ScheduleAnyway'`,
  ],
  ['the same twice', [rack, { ...rack, maxSkew: 2 }], 'spread[1] is there twice (rack, DoNotSchedule): remove one'],
])('fails when the spread is %s', (_, spread, message) => {
  const props = { ...web, spread: spread as WorkloadProps['spread'] };

  expect(mistakes((shop) => new WebService(shop, 'web', props))).toEqual([`web: ${message}`]);
});
