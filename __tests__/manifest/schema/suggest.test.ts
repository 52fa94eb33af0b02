import { didYouMean, suggest } from '../../../lib/manifest/schema/suggest';

const FIELDS = ['resources', 'replicas', 'readinessProbe', 'env', 'envFrom', 'image'];

test.each([
  ['ressources', 'resources'],
  ['Replicas', 'replicas'],
  ['redinessProbe', 'readinessProbe'],
  ['iamge', 'image'],
  ['envs', 'env'],
])('%s means %s', (wrong, right) => {
  expect(suggest(wrong, FIELDS)).toBe(right);
});

test('what is like nothing means nothing', () => {
  expect(suggest('nodePort', FIELDS)).toBeUndefined();
  expect(didYouMean('nodePort', FIELDS)).toBe('');
});
