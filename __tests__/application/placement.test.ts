import { type Placement, Worker } from '../../lib';
import { podOf } from '../support/objects';
import { PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const mail = { image: 'ghcr.io/acme/mail:2', user: 1000 };

const every: Required<Placement> = {
  nodeSelector: { pool: 'apps' },
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'Exists' }] }],
      },
    },
  },
  tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'apps', effect: 'NoSchedule' }],
  priorityClass: 'business',
};

test('an environment decides where the pods of its workloads run', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', mail), { ...PROD, placement: every });

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    nodeSelector: { pool: apps }
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          nodeSelectorTerms:
            - matchExpressions: [{ key: disk, operator: Exists }]
    tolerations: [{ key: dedicated, operator: Equal, value: apps, effect: NoSchedule }]
    priorityClassName: business
  ` as object,
  );
});

test('a workload adds to the placement, and decides where both speak', () => {
  const placement: Placement = {
    nodeSelector: { disk: 'ssd', pool: 'mail' },
    tolerations: [{ key: 'spot', operator: 'Exists' }],
    priorityClass: 'batch',
    affinity: { podAntiAffinity: {} },
  };
  const { get } = render((shop) => new Worker(shop, 'mail', { ...mail, placement }), { ...PROD, placement: every });

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    nodeSelector: { pool: mail, disk: ssd }
    affinity: { podAntiAffinity: {} }
    tolerations:
      - { key: dedicated, operator: Equal, value: apps, effect: NoSchedule }
      - { key: spot, operator: Exists }
    priorityClassName: batch
  ` as object,
  );
});

test('a placement that says nothing leaves nothing in the pod', () => {
  const placement = { nodeSelector: {}, affinity: {}, tolerations: [] };
  const { spec } = podOf(render((shop) => new Worker(shop, 'mail', { ...mail, placement })).get('Deployment'));

  for (const field of ['nodeSelector', 'affinity', 'tolerations', 'priorityClassName']) {
    expect(spec).not.toHaveProperty(field);
  }
});
