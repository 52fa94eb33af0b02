import { equalitySelector, labelSelector } from '../../../lib/manifest/references/label-selector';
import { nameOf, namespaceOf } from '../../../lib/manifest/references/reference';
import { ResourceIndex } from '../../../lib/manifest/references/resource-index';
import { resourcesOf } from '../../policy/support/describe-rule';

const pod = (name: string, namespace: string, labels: string) =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: ${name}, namespace: ${namespace} },
     spec: { template: { metadata: { labels: { ${labels} } }, spec: { containers: [] } } } }`;

const resources = resourcesOf(
  [
    pod('web', 'shop', 'app: web, tier: front'),
    pod('api', 'shop', 'app: api, tier: front'),
    pod('web', 'blog', 'app: web'),
    pod('anywhere', '""', 'app: web'),
    '{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop, labels: { app: web } } }',
    '{ apiVersion: serving.knative.dev/v1, kind: Service, metadata: { name: fn, namespace: shop } }',
    '{ apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: { name: db, namespace: shop } }',
  ].join('\n---\n'),
);
const index = ResourceIndex.of(resources);

function selected(namespace: string, selector: Record<string, unknown>): readonly string[] {
  return index
    .selectPods(namespace, labelSelector(selector)!)
    .map(({ resource }) => `${namespaceOf(resource)}/${nameOf(resource)}`);
}

test('it is made once for the objects of a check', () => {
  expect(ResourceIndex.of(resources)).toBe(index);
  expect(ResourceIndex.of([...resources])).not.toBe(index);
});

test('pods are selected in their namespace, and those without one may be in any', () => {
  expect(selected('shop', { matchLabels: { app: 'web' } })).toEqual(['shop/web', '/anywhere']);
  expect(selected('blog', { matchLabels: { app: 'web' } })).toEqual(['blog/web', '/anywhere']);
  expect(selected('', { matchLabels: { app: 'web' } })).toEqual(['shop/web', 'blog/web', '/anywhere']);
  expect(selected('shop', { matchLabels: { app: 'web', tier: 'front' } })).toEqual(['shop/web']);
});

test('pods are selected by expressions alone', () => {
  expect(selected('shop', { matchExpressions: [{ key: 'tier', operator: 'Exists' }] })).toEqual([
    'shop/web',
    'shop/api',
  ]);
});

test('Services are selected by their own labels', () => {
  expect(index.selectServices('shop', equalitySelector({ app: 'web' })!).map(nameOf)).toEqual(['web']);
});

test('an object is found by kind, group, namespace and name', () => {
  const service = { kind: 'Service', group: '', namespace: 'shop', name: 'web' };

  expect(index.find(service)?.resource).toBe(resources[4]);
  expect(index.find({ ...service, namespace: '' })?.resource).toBe(resources[4]);
  expect(index.find({ ...service, namespace: 'blog' })).toBeUndefined();
  expect(index.find({ ...service, name: 'fn' })).toBeUndefined();
  expect(index.find({ ...service, name: 'fn', group: undefined })?.resource).toBe(resources[5]);
});

test('kinds that have the same name in two groups are kept apart', () => {
  expect(index.ofKind('Service').map(nameOf)).toEqual(['web']);
  expect(index.ofKind('Service', 'serving.knative.dev').map(nameOf)).toEqual(['fn']);
});

test('it knows in which namespaces and groups the manifests have something', () => {
  expect(index.knowsNamespace('shop')).toBe(true);
  expect(index.knowsNamespace('monitoring')).toBe(false);
  expect(index.knowsGroup('cnpg.io')).toBe(true);
  expect(index.knowsGroup('pg.io')).toBe(false);
});
