import { type Environment, type Placement, Worker } from '../../lib';
import { podOf } from '../support/objects';
import { mistakes, PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const props = { image: 'ghcr.io/acme/mail:2', user: 1000 };

test('every rule of placement reaches the pods', () => {
  const every: Required<Placement> = {
    nodeSelector: { 'kubernetes.io/arch': 'arm64' },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] }],
        },
      },
    },
    tolerations: [{ key: 'spot', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 }],
    priorityClass: 'low',
  };
  const { get } = render((shop) => new Worker(shop, 'mail', { ...props, placement: every }));

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    nodeSelector: { kubernetes.io/arch: arm64 }
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          nodeSelectorTerms: [{ matchExpressions: [{ key: disk, operator: In, values: [ssd] }] }]
    tolerations: [{ key: spot, operator: Exists, effect: NoExecute, tolerationSeconds: 60 }]
    priorityClassName: low
  `);
});

test('a workload adds to the placement of its environment', () => {
  const environment: Environment = {
    ...PROD,
    placement: {
      nodeSelector: { pool: 'apps' },
      tolerations: [{ key: 'apps', operator: 'Exists' }],
      priorityClass: 'low',
    },
  };
  const placement = {
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'spot', value: 'yes' }],
    priorityClass: 'high',
  };
  const { get } = render((shop) => new Worker(shop, 'mail', { ...props, placement }), environment);

  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    nodeSelector: { pool: apps, disk: ssd }
    tolerations: [{ key: apps, operator: Exists }, { key: spot, value: 'yes' }]
    priorityClassName: high
  `);
});

test.each([
  [
    'a label that none can be',
    { nodeSelector: { 'my pool': 'apps' } },
    `placement.nodeSelector has the key 'my pool', which is no label key: write it like 'team' or 'example.com/team'`,
  ],
  [
    'a class that none can be',
    { priorityClass: 'High' },
    `placement.priorityClass 'High' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'high')`,
  ],
  [
    'an unknown operator',
    { tolerations: [{ key: 'spot', operator: 'Exist' }] },
    `placement.tolerations[0].operator is 'Exist': use 'Equal' or 'Exists'`,
  ],
  [
    'a taint without its key',
    { tolerations: [{ value: 'yes' }] },
    `placement.tolerations[0] has no key: name a taint, or say operator: 'Exists' for all taints`,
  ],
  [
    'a value beside any value',
    { tolerations: [{ key: 'spot', operator: 'Exists', value: 'yes' }] },
    `placement.tolerations[0] has the value 'yes' and operator 'Exists': remove one`,
  ],
  [
    'an unknown effect',
    { tolerations: [{ key: 'spot', effect: 'noSchedule' }] },
    `placement.tolerations[0].effect is 'noSchedule': use 'NoSchedule', 'PreferNoSchedule' or 'NoExecute'`,
  ],
  [
    'seconds for what evicts nobody',
    { tolerations: [{ key: 'spot', effect: 'NoSchedule', tolerationSeconds: 60 }] },
    `placement.tolerations[0].tolerationSeconds is for effect 'NoExecute', not 'NoSchedule': remove it, or set the effect`,
  ],
  [
    'an unknown rule',
    { zone: 'eu-1' },
    'placement.zone is unknown: use nodeSelector, affinity, tolerations, priorityClass',
  ],
])('fails when the placement has %s', (_, placement, message) => {
  expect(mistakes((shop) => new Worker(shop, 'mail', { ...props, placement: placement as Placement }))).toEqual([
    `mail: ${message}`,
  ]);
});
