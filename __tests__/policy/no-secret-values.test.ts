import type { KubernetesObject, Target } from '../../lib';
import { check } from '../../lib/policy/check';

const target: Target = { kubernetes: '1.33', podSecurity: 'restricted', preset: 'production', external: [] };
const origin = { file: 'shop.yaml', document: 0 };

function findings(object: Partial<KubernetesObject>) {
  const whole = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'token', namespace: 'shop' }, ...object };
  return check([{ object: whole, origin }], target).filter(({ rule }) => rule === 'no-secret-values');
}

test('a Secret with data is refused, and its values are not shown', () => {
  const found = findings({ data: { TOKEN: 'aHVudGVyMg==', USER: 'Ym9i' } });

  expect(found).toEqual([
    {
      rule: 'no-secret-values',
      severity: 'error',
      message: 'the Secret has values, with the keys TOKEN, USER',
      why: expect.stringContaining('The manifests are committed'),
      remedy: expect.stringContaining('Credentials.fromExistingSecret'),
      link: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
      resource: { group: '', kind: 'Secret', namespace: 'shop', name: 'token' },
      path: 'data',
      origin,
    },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/aHVudGVyMg|Ym9i/);
});

test('a Secret with text is refused too, each field by itself', () => {
  expect(
    findings({ stringData: { TOKEN: 'hunter2' }, data: { KEY: 'eA==' } }).map(({ path, message }) => [path, message]),
  ).toEqual([
    ['data', 'the Secret has values, with the key KEY'],
    ['stringData', 'the Secret has values, with the key TOKEN'],
  ]);
});

test.each([
  ['a Secret without values', { type: 'Opaque' }],
  ['a Secret with empty fields', { data: {}, stringData: null }],
  ['a ConfigMap with data', { kind: 'ConfigMap', data: { A: 'b' } }],
  [
    'a sealed Secret',
    { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', spec: { encryptedData: { A: 'AgB' } } },
  ],
  ['a Secret of another group', { apiVersion: 'example.com/v1', data: { A: 'b' } }],
])('%s passes', (_, object) => {
  expect(findings(object)).toEqual([]);
});
