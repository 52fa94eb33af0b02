import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { serverSideApply } from '../../../lib/plan/apply/server-side-apply';
import { widgetDefinition } from './widget-definition';

test('a manifest without a namespace means the one in which the object is', () => {
  const live = pod({ hostname: 'web' }, { namespace: 'default' });

  expect(serverSideApply(live, live, pod({ hostname: 'web' }), '1.37')).toEqual({ object: live });
});

test('what was applied in another version is no longer owned in the version of the manifest', () => {
  const live = autoscaler('autoscaling/v2', { maxReplicas: 5, minReplicas: 1, metrics: [cpu(80)] });
  const applied = autoscaler('autoscaling/v1', { maxReplicas: 5, targetCPUUtilizationPercentage: 80 });

  expect(serverSideApply(live, applied, autoscaler('autoscaling/v2', { maxReplicas: 6 }), '1.37')).toEqual({
    object: autoscaler('autoscaling/v2', { maxReplicas: 6, minReplicas: 1 }),
  });
  const same = autoscaler('autoscaling/v2', { maxReplicas: 5, metrics: [cpu(80)] });
  expect(serverSideApply(live, applied, same, '1.37')).toEqual({ object: live });
});

test.each([
  ['1.29', undefined],
  ['1.30', ''],
])('from 1.30 on, a pull secret without a name has an empty one: %s', (kubernetes, name) => {
  const live = pod({ imagePullSecrets: [{ name: 'a' }] });
  const manifest = pod({ imagePullSecrets: [{ name: 'a' }, {}] });
  const message = `element 1: associative list with keys has an element that omits key field "name" (and doesn't have default value)`;

  expect(serverSideApply(live, live, manifest, kubernetes)).toEqual(
    name === undefined ? { failure: { path: 'spec.imagePullSecrets', message, update: false } } : { object: manifest },
  );
});

test.each([
  ['1.33', `omits key field "name" (and doesn't have default value)`],
  ['1.34', `omits all key fields ["name"] (and doesn't have default values for any key fields)`],
])('an item needs its keys: on %s, it %s', (kubernetes, problem) => {
  const live = widget([{ name: 'a' }]);
  const message = `element 1: associative list with keys has an element that ${problem}`;

  expect(serverSideApply(live, live, widget([{ name: 'a' }, { size: 1 }]), kubernetes, [widgetDefinition])).toEqual({
    failure: { path: 'spec.items', message, update: false },
  });
});

test('items that are alike in the cluster stay; 1.28 can no longer apply anything to them', () => {
  const doubled = [
    { name: 'A', value: '1' },
    { name: 'A', value: '2' },
  ];
  const [live, applied, manifest] = [
    container({ env: doubled, tty: true }),
    container({ tty: true }),
    container({ tty: false }),
  ];

  expect(serverSideApply(live, applied, manifest, '1.29')).toEqual({ object: container({ env: doubled, tty: false }) });
  expect(serverSideApply(live, applied, manifest, '1.28')).toEqual({
    failure: { path: 'spec.containers[web].env', message: 'duplicate entries for key [name="A"]', update: true },
  });
});

test('an Ingress backend is taken as a whole from 1.31 on; before, another kind of port would come beside the old one', () => {
  const live = ingress({ name: 'http' });

  expect(serverSideApply(live, ingress({}), ingress({ number: 80 }), '1.30')).toEqual({
    object: ingress({ name: 'http', number: 80 }),
  });
  expect(serverSideApply(live, ingress({}), ingress({ number: 80 }), '1.31')).toEqual({
    object: ingress({ number: 80 }),
  });
});

test.each(['1.28', '1.29', '1.30', '1.37'])('finalizers are a set on %s, marked as one or not', (kubernetes) => {
  const live = pod({}, { finalizers: ['a', 'added'] });

  expect(serverSideApply(live, pod({}, { finalizers: ['a'] }), pod({}, { finalizers: ['b'] }), kubernetes)).toEqual({
    object: pod({}, { finalizers: ['added', 'b'] }),
  });
});

test('two ports may have one number, but not one protocol', () => {
  const live = container({ ports: [{ containerPort: 80, protocol: 'TCP' }] });
  const manifest = container({ ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'TCP' }] });

  expect(serverSideApply(live, live, manifest, '1.37')).toEqual({
    failure: {
      path: 'spec.containers[web].ports',
      message: 'duplicate entries for key [containerPort=80,protocol="TCP"]',
      update: false,
    },
  });
});

test('a field may have any name', () => {
  const data = JSON.parse('{"__proto__":"1","constructor":"2"}') as Record<string, string>;
  const live = config({ a: '1' });

  expect(serverSideApply(live, live, config(data), '1.37')).toEqual({ object: config(data) });
});

function config(data: object): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data };
}

function pod(spec: object, metadata: object = {}): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ...metadata }, spec };
}

function container(fields: object): KubernetesObject {
  return pod({ containers: [{ name: 'web', ...fields }] });
}

function widget(items: readonly object[]): KubernetesObject {
  return { apiVersion: 'example.dev/v1', kind: 'Widget', metadata: { name: 'web' }, spec: { items } };
}

function ingress(port: object): KubernetesObject {
  const spec = { defaultBackend: { service: { name: 'web', port } } };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web' }, spec };
}

function autoscaler(apiVersion: string, spec: object): KubernetesObject {
  return { apiVersion, kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' }, spec };
}

function cpu(averageUtilization: number): object {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
}
