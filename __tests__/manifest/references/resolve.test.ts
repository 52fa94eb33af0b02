import { refer } from '../../../lib/manifest/references/reference';
import { ResourceIndex } from '../../../lib/manifest/references/resource-index';
import { resolve } from '../../../lib/manifest/references/resolve';
import { resourcesOf, TARGET } from '../../policy/support/describe-rule';

/** The keys of what `kind shop/name` resolves to: a list, `any`, or `missing`. */
function keysOf(text: string, kind: string, name: string, external: typeof TARGET.external = []) {
  const [reference] = refer(kind, name, 'spec', { namespace: 'shop' });
  const found = resolve(reference!, ResourceIndex.of(resourcesOf(text)), { ...TARGET, external });
  const keys = found?.keys();
  return found ? (keys ? [...keys] : 'any') : 'missing';
}

const META = 'metadata: { name: web, namespace: shop }';

test.each([
  [
    'a ConfigMap',
    `{ apiVersion: v1, kind: ConfigMap, ${META}, data: { a: b }, binaryData: { c: d } }`,
    'ConfigMap',
    ['a', 'c'],
  ],
  ['a ConfigMap that somebody fills', `{ apiVersion: v1, kind: ConfigMap, ${META} }`, 'ConfigMap', 'any'],
  ['a Secret', `{ apiVersion: v1, kind: Secret, ${META}, stringData: { a: b } }`, 'Secret', ['a']],
  ['a Secret of another group', `{ apiVersion: example.com/v1, kind: Secret, ${META} }`, 'Secret', 'missing'],
  [
    'a sealed Secret',
    `{ apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, ${META}, spec: { encryptedData: { a: x }, template: { data: { b: y } } } }`,
    'Secret',
    ['a', 'b'],
  ],
  [
    'a sealed Secret of another name',
    `{ apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: sealed, namespace: shop }, spec: { template: { metadata: { name: web } } } }`,
    'Secret',
    'any',
  ],
  [
    'an external Secret',
    `{ apiVersion: external-secrets.io/v1, kind: ExternalSecret, ${META}, spec: { data: [{ secretKey: a }] } }`,
    'Secret',
    ['a'],
  ],
  [
    'an external Secret with all that is there',
    `{ apiVersion: external-secrets.io/v1, kind: ExternalSecret, ${META}, spec: { data: [{ secretKey: a }], dataFrom: [{ extract: { key: b } }] } }`,
    'Secret',
    'any',
  ],
  [
    'an external Secret for many namespaces',
    `{ apiVersion: external-secrets.io/v1, kind: ClusterExternalSecret, metadata: { name: web } }`,
    'Secret',
    'any',
  ],
  [
    'a certificate',
    `{ apiVersion: cert-manager.io/v1, kind: Certificate, metadata: { name: c, namespace: shop }, spec: { secretName: web } }`,
    'Secret',
    'any',
  ],
  ['an item of 1Password', `{ apiVersion: onepassword.com/v1, kind: OnePasswordItem, ${META} }`, 'Secret', 'any'],
  [
    'a Secret of Vault',
    `{ apiVersion: secrets.hashicorp.com/v1beta1, kind: VaultStaticSecret, metadata: { name: v, namespace: shop }, spec: { destination: { name: web } } }`,
    'Secret',
    'any',
  ],
  [
    'a Gateway with an issuer',
    `{ apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: { name: g, namespace: shop, annotations: { cert-manager.io/cluster-issuer: ca } },
       spec: { listeners: [{ tls: { certificateRefs: [{ name: web }] } }] } }`,
    'Secret',
    'any',
  ],
  ['nothing', '', 'Secret', 'missing'],
])('%s', (_, text, kind, keys) => {
  expect(keysOf(text || '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }', kind, 'web')).toEqual(keys);
});

const NOTHING = '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }';

test('what is declared to live outside is there, with the keys that are declared', () => {
  expect(keysOf(NOTHING, 'Secret', 'web', [{ kind: 'Secret', name: 'web', keys: ['a'] }])).toEqual(['a']);
  expect(keysOf(NOTHING, 'Secret', 'web', [{ kind: 'Secret', name: 'web', namespace: 'shop' }])).toBe('any');
  expect(keysOf(NOTHING, 'Secret', 'web', [{ kind: 'Secret', name: 'web', namespace: 'blog' }])).toBe('missing');
  expect(keysOf(NOTHING, 'Secret', 'web', [{ kind: 'ConfigMap', name: 'web' }])).toBe('missing');
});

test('keys that several parts of a program declare add up', () => {
  const twice = [
    { kind: 'Secret', name: 'web', keys: ['a'] },
    { kind: 'Secret', name: 'web', keys: ['b'] },
  ];

  expect(keysOf(NOTHING, 'Secret', 'web', twice)).toEqual(['a', 'b']);
});

test.each([
  ['ServiceAccount', 'default', 'any'],
  ['ConfigMap', 'kube-root-ca.crt', ['ca.crt']],
  ['PriorityClass', 'system-cluster-critical', 'any'],
  ['ClusterRole', 'view', 'any'],
  ['ClusterRole', 'system:auth-delegator', 'any'],
  ['ClusterRole', 'viewer', 'missing'],
])('every cluster has %s %s', (kind, name, keys) => {
  expect(keysOf(NOTHING, kind, name)).toEqual(keys);
});

test('a StatefulSet creates a claim for each of its pods', () => {
  const db = `{ apiVersion: apps/v1, kind: StatefulSet, metadata: { name: db, namespace: shop }, spec: { volumeClaimTemplates: [{ metadata: { name: data } }] } }`;

  expect(keysOf(db, 'PersistentVolumeClaim', 'data-db-12')).toBe('any');
  expect(keysOf(db, 'PersistentVolumeClaim', 'data-db')).toBe('missing');
});
