import { type Autoscaling, type Scale, StatefulService, WebService, Worker } from '../../lib';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

test('a number of replicas is written, also one and none', () => {
  for (const scale of [0, 1, 3]) {
    const { get } = render((shop) => new WebService(shop, 'web', { ...web, scale }));
    expect(get('Deployment').spec).toMatchObject({ replicas: scale });
  }
});

test('a range of replicas becomes an autoscaler, and the Deployment has no replica count', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, scale: { min: 3, max: 12, targetCpu: 70 } }));

  expect(get('HorizontalPodAutoscaler').spec).toEqual(yaml`
    scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
    minReplicas: 3
    maxReplicas: 12
    metrics:
      - type: ContainerResource
        containerResource:
          name: cpu
          container: web
          target: { type: Utilization, averageUtilization: 70 }
  `);
  expect(get('Deployment').spec).not.toHaveProperty('replicas');
});

test('every prop of a range reaches the autoscaler, memory too', () => {
  const every: Required<Autoscaling> = { min: 1, max: 4, targetCpu: 150, targetMemory: 80 };
  const { get } = render((shop) => new Worker(shop, 'mail', { image, user: 1000, scale: every }));

  expect(get('HorizontalPodAutoscaler').spec).toMatchObject(yaml`
    minReplicas: 1
    maxReplicas: 4
    metrics:
      - containerResource: { name: cpu, container: mail, target: { averageUtilization: 150 } }
      - containerResource: { name: memory, container: mail, target: { averageUtilization: 80 } }
  `);
});

test('a stateful service can be scaled by load as well', () => {
  const props = { image, user: 1000, ports: { http: 9200 }, scale: { min: 2, max: 4, targetCpu: 60 } };
  const { get } = render((shop) => new StatefulService(shop, 'search', props));

  expect(get('HorizontalPodAutoscaler').spec).toMatchObject(yaml`
    scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: search }
  `);
  expect(get('StatefulSet').spec).not.toHaveProperty('replicas');
});

test.each([
  ['less than none', -1, 'scale is -1: use a whole number, or { min, max, targetCpu }'],
  ['half a pod', 1.5, 'scale is 1.5: use a whole number, or { min, max, targetCpu }'],
  ['a text', '3', `scale is '3': use a whole number, or { min, max, targetCpu }`],
  ['null', null, 'scale is null: use a whole number, or { min, max, targetCpu }'],
  ['nothing to begin with', { min: 0, max: 3, targetCpu: 70 }, 'scale.min is 0: use a whole number from 1 on'],
  ['no upper end', { min: 1, targetCpu: 70 }, 'scale.max is undefined: use a whole number from 1 on'],
  ['no target', { min: 1, max: 3 }, 'scale.targetCpu is undefined: use percent of the reserved CPU, such as 70'],
  [
    'no memory',
    { min: 1, max: 3, targetCpu: 70, targetMemory: 0 },
    'scale.targetMemory is 0: use percent of the reserved memory, such as 80',
  ],
  [
    'its ends reversed',
    { min: 5, max: 3, targetCpu: 70 },
    'scale.min (5) must not exceed scale.max (3): raise max or lower min',
  ],
  [
    'a number beside the range',
    { min: 1, max: 3, targetCpu: 70, replicas: 2 },
    'scale has both a range and replicas: the autoscaler sets replicas, so remove it',
  ],
  [
    'a name that is mistyped',
    { min: 1, max: 3, targetCpu: 70, targetMem: 80 },
    'scale.targetMem is unknown: use min, max, targetCpu, targetMemory',
  ],
])('fails when the scale is %s', (_, scale, message) => {
  expect(mistakes((shop) => new WebService(shop, 'web', { ...web, scale: scale as Scale }))).toEqual([
    `web: ${message}`,
  ]);
});
