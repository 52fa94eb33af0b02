import { asStored } from '../../../lib/manifest/defaults/as-stored';
import { inVersion } from '../../../lib/manifest/defaults/in-version';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';

const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

function autoscaler(version: 'v1' | 'v2', spec: object): KubernetesObject {
  const written = { scaleTargetRef, maxReplicas: 3, ...spec };
  const object = { kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' }, spec: written };
  return asStored({ apiVersion: `autoscaling/${version}`, ...object }, '1.37');
}

const cpu = (averageUtilization: number) => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});
const memory = {
  type: 'Resource',
  resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
};

test('the use of the CPU has a field of its own in v1, and is a metric in v2', () => {
  const first = autoscaler('v1', { targetCPUUtilizationPercentage: 50 });
  const second = autoscaler('v2', { metrics: [cpu(50)] });
  expect(inVersion(first, 'autoscaling/v2')).toEqual(second);
  expect(inVersion(second, 'autoscaling/v1')).toEqual(first);
});

test('an autoscaler that says nothing is the same in both versions', () => {
  expect(inVersion(autoscaler('v1', {}), 'autoscaling/v2')).toEqual(autoscaler('v2', {}));
});

test('what v1 has no field for is in annotations, and comes back', () => {
  const second = autoscaler('v2', { metrics: [memory, cpu(50)], behavior: {} });
  const first = inVersion(second, 'autoscaling/v1');
  expect(first.spec).toEqual({ scaleTargetRef, minReplicas: 1, maxReplicas: 3, targetCPUUtilizationPercentage: 50 });
  expect(Object.keys(first.metadata.annotations ?? {})).toEqual([
    'autoscaling.alpha.kubernetes.io/metrics',
    'autoscaling.alpha.kubernetes.io/behavior',
  ]);
  expect(inVersion(first, 'autoscaling/v2')).toEqual(second);
});

test('any other object is the same in every version of its group', () => {
  const schema = { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3', kind: 'FlowSchema', metadata: { name: 'a' } };
  expect(inVersion(schema, 'flowcontrol.apiserver.k8s.io/v1')).toEqual({
    ...schema,
    apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
  });
});
