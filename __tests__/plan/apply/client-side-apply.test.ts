import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { clientSideApply } from '../../../lib/plan/apply/client-side-apply';

describe('the annotation in which kubectl keeps the manifest', () => {
  test('is left out of the result, and with it the map if nothing else is in it', () => {
    expect(apply(config({ a: '1' }), config({ a: '2' }))).toEqual({ object: config({ a: '2' }) });
  });

  test('takes no part where the manifest has it, as a manifest that was read from a cluster does', () => {
    const manifest = config({ a: '2' }, { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } });

    expect(apply(config({ a: '1' }), manifest)).toEqual({ object: config({ a: '2' }) });
  });

  test('must not be too long: at 262144 bytes together with all others it is not', () => {
    const overhead =
      'kubectl.kubernetes.io/last-applied-configuration'.length +
      '{"apiVersion":"v1","data":{"a":""},"kind":"ConfigMap","metadata":{"annotations":{},"name":"web"}}\n'.length;
    const most = 'x'.repeat(262_144 - overhead);

    expect(apply(config({ a: '1' }), config({ a: most }))).toEqual({ object: config({ a: most }) });
    expect(apply(config({ a: '1' }), config({ a: `${most}x` }))).toEqual({
      failure: { path: 'metadata.annotations', message: 'Too long: may not be more than 262144 bytes', update: false },
    });
  });

  test('has signs of HTML six times as long, and counts bytes, not signs', () => {
    const fits = { object: expect.anything() };
    const fails = { failure: expect.objectContaining({ path: 'metadata.annotations' }) };

    expect(apply(config({ a: '1' }), config({ a: '<'.repeat(43_000) }))).toEqual(fits);
    expect(apply(config({ a: '1' }), config({ a: '<'.repeat(44_000) }))).toEqual(fails);
    expect(apply(config({ a: '1' }), config({ a: 'é'.repeat(130_000) }))).toEqual(fits);
    expect(apply(config({ a: '1' }), config({ a: 'é'.repeat(132_000) }))).toEqual(fails);
  });
});

test('a manifest without a namespace means the one in which the object is', () => {
  const live = config({ a: '1' }, { namespace: 'default' });

  expect(clientSideApply(live, live, config({ a: '1' }), '1.37')).toEqual({ object: live });
});

test('what is applied in another version is compared as it was written', () => {
  const live = autoscaler('autoscaling/v2', { maxReplicas: 5, minReplicas: 1, metrics: [cpu(80)] });
  const applied = autoscaler('autoscaling/v1', { maxReplicas: 5, targetCPUUtilizationPercentage: 80 });
  const manifest = autoscaler('autoscaling/v2', { maxReplicas: 6 });

  expect(clientSideApply(live, applied, manifest, '1.37')).toEqual({
    object: autoscaler('autoscaling/v2', { maxReplicas: 6, minReplicas: 1, metrics: [cpu(80)] }),
  });
});

/**
 * Go's sort puts items that are alike in an order of its own from 13 items on. Of fifteen variables A to N and one of
 * them again, the value of the second one is taken for the names A to F, and that of the first one for all others.
 */
test.each([
  ['A', 'second'],
  ['F', 'second'],
  ['G', 'first'],
  ['N', 'first'],
])('of a variable %s that is there twice among many, the %s value is taken', (name, taken) => {
  const variables = [...'ABCDEFGHIJKLMN'].map((letter) => ({ name: letter, value: 'first' }));
  const live = pod(variables);
  const expected = variables.map((variable) => (variable.name === name ? { name, value: taken } : variable));

  expect(clientSideApply(live, live, pod([...variables, { name, value: 'second' }]), '1.37')).toEqual({
    object: pod(expected),
  });
});

test('of a variable that is there twice among few, the first value is taken', () => {
  const live = pod([{ name: 'A', value: 'first' }]);
  const manifest = pod([
    { name: 'A', value: 'first' },
    { name: 'A', value: 'second' },
  ]);

  expect(clientSideApply(live, live, manifest, '1.37')).toEqual({ object: live });
});

test('a list must not have maps beside values', () => {
  const live = pod([{ name: 'A', value: '1' }]);

  expect(clientSideApply(live, live, pod(['A']), '1.37')).toEqual({
    failure: { path: 'spec.containers[web].env', message: 'list element types are not identical', update: false },
  });
});

test('a field may have any name', () => {
  const data = JSON.parse('{"__proto__":"1","constructor":"2"}') as Record<string, string>;

  expect(apply(config({ a: '1' }), config(data))).toEqual({ object: config(data) });
});

function apply(live: KubernetesObject, manifest: KubernetesObject) {
  return clientSideApply(live, live, manifest, '1.37');
}

function config(data: object, metadata: object = {}): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', ...metadata }, data };
}

function autoscaler(apiVersion: string, spec: object): KubernetesObject {
  return { apiVersion, kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' }, spec };
}

function cpu(averageUtilization: number): object {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
}

function pod(env: readonly unknown[]): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', env }] } };
}
