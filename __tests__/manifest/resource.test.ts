import { describeResource, resourceId } from '../../lib/manifest/resource';

test.each([
  [
    'a namespaced object',
    'apps/v1',
    'Deployment',
    { name: 'web', namespace: 'shop' },
    { group: 'apps', namespace: 'shop' },
    'Deployment shop/web',
  ],
  [
    'one of the core group',
    'v1',
    'Service',
    { name: 'web', namespace: 'shop' },
    { group: '', namespace: 'shop' },
    'Service shop/web',
  ],
  ['one without a namespace', 'v1', 'Namespace', { name: 'shop' }, { group: '', namespace: '' }, 'Namespace shop'],
  [
    'a custom resource',
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    { name: 'web', namespace: 'shop' },
    { group: 'gateway.networking.k8s.io', namespace: 'shop' },
    'HTTPRoute shop/web',
  ],
])('%s is known by group, kind, namespace and name', (_, apiVersion, kind, metadata, identity, text) => {
  const id = resourceId({ apiVersion, kind, metadata });

  expect(id).toEqual({ kind, name: metadata.name, ...identity });
  expect(describeResource(id)).toBe(text);
});

test('an object stays the same when its version or content changes', () => {
  const metadata = { name: 'web', namespace: 'shop' };

  expect(
    resourceId({ apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata, spec: { maxReplicas: 3 } }),
  ).toEqual(
    resourceId({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { ...metadata, labels: { a: 'b' } },
    }),
  );
});
