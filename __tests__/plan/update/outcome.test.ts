import { parse } from 'yaml';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { outcomeOf } from '../../../lib/plan/update/outcome';

const object = (metadata: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', ...metadata } });

const TEMPLATE = '{ spec: { containers: [{ name: a, resources: { limits: { memory: 256Mi } } }] } }';
const IN_BYTES = TEMPLATE.replace('256Mi', '"268435456"');
const OTHER = TEMPLATE.replace('name: a', 'name: b');

const outcome = (kind: string, before: string, after: string) => {
  const [old, now] = [before, after].map((spec) => {
    const [apiVersion, name] = kind.split(' ');
    return parse(
      `{ apiVersion: ${apiVersion}, kind: ${name}, metadata: { name: x }, spec: { ${spec} } }`,
    ) as KubernetesObject;
  });
  return outcomeOf(old!, now!, '1.36');
};

test.each([
  ['apps/v1 Deployment', OTHER, 'rollout'],
  ['apps/v1 StatefulSet', OTHER, 'rollout'],
  ['apps/v1 DaemonSet', OTHER, 'rollout'],
  ['apps/v1 ReplicaSet', OTHER, 'update'],
  ['v1 ReplicationController', OTHER, 'update'],
  ['apps/v1 Deployment', IN_BYTES, 'update'],
  ['apps/v1 StatefulSet', IN_BYTES, 'rollout'],
  ['apps/v1 DaemonSet', IN_BYTES, 'rollout'],
])('%s with the template %s: %s', (kind, template, expected) => {
  expect(outcome(kind, `template: ${TEMPLATE}`, `template: ${template}`)).toBe(expected);
});

test.each([
  ['apps/v1 Deployment', 'replicas: 1', 'replicas: 2', 'scale'],
  ['apps/v1 StatefulSet', 'replicas: 3', 'replicas: 0', 'scale'],
  ['batch/v1 Job', 'parallelism: 1', 'parallelism: 2', 'scale'],
  ['batch/v1 Job', 'parallelism: 1, completions: 1', 'parallelism: 2, completions: 2', 'update'],
  ['apps/v1 Deployment', 'replicas: 1', 'replicas: 2, minReadySeconds: 1', 'update'],
  ['autoscaling/v2 HorizontalPodAutoscaler', 'minReplicas: 1', 'minReplicas: 2', 'update'],
  ['v1 Pod', 'containers: [{ name: a, image: x }]', 'containers: [{ name: a, image: y }]', 'update'],
  ['v1 Service', 'type: NodePort', 'type: NodePort', 'noop'],
])('%s: %s → %s: %s', (kind, before, after, expected) => {
  expect(outcome(kind, before, after)).toBe(expected);
});

test('a paused Deployment waits, and what waited takes effect when it goes on', () => {
  const [before, after] = [`template: ${TEMPLATE}`, `template: ${OTHER}`];

  expect(outcome('apps/v1 Deployment', `paused: true, ${before}`, `paused: true, ${after}`)).toBe('update');
  expect(outcome('apps/v1 Deployment', before, `paused: true, ${after}`)).toBe('update');
  expect(outcome('apps/v1 Deployment', `paused: true, ${before}`, before)).toBe('rollout');
});

test('what the API server and kubectl keep for themselves is no change', () => {
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{}' };

  expect(outcomeOf(object({ generation: 1 }), object({ generation: 2, annotations }), '1.36')).toBe('noop');
  expect(outcomeOf(object({}), object({ labels: { a: 'b' } }), '1.36')).toBe('update');
});
