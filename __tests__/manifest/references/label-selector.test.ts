import { describeSelector, labelSelector, matches, selectsAll } from '../../../lib/manifest/references/label-selector';

const web = { app: 'web', tier: 'front' };

test.each([
  ['labels', { matchLabels: { app: 'web' } }, true],
  ['a label with another value', { matchLabels: { app: 'api' } }, false],
  ['a label that is not there', { matchLabels: { team: 'a' } }, false],
  ['In', { matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, true],
  ['In without the value', { matchExpressions: [{ key: 'app', operator: 'In', values: ['api'] }] }, false],
  ['NotIn', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] }, true],
  [
    'NotIn of a label that is not there',
    { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['a'] }] },
    true,
  ],
  ['NotIn with the value', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
  ['Exists', { matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, true],
  ['Exists of none', { matchExpressions: [{ key: 'team', operator: 'Exists' }] }, false],
  ['DoesNotExist', { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] }, true],
  ['DoesNotExist of one', { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, false],
  [
    'both, of which one does not hold',
    { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'team', operator: 'Exists' }] },
    false,
  ],
  [
    'an operator that nobody knows, which is for others to judge',
    { matchExpressions: [{ key: 'app', operator: 'Like' }] },
    true,
  ],
  ['nothing', {}, true],
  ['a value that YAML takes for a number', { matchLabels: { app: 'web', build: 7 } }, false],
])('a selector with %s', (_, selector, expected) => {
  expect(matches(labelSelector(selector)!, web)).toBe(expected);
});

test('an empty selector selects everything, and one that is no map is none', () => {
  expect(selectsAll(labelSelector({})!)).toBe(true);
  expect(selectsAll(labelSelector({ matchLabels: { a: 'b' } })!)).toBe(false);
  expect(labelSelector(undefined)).toBeUndefined();
  expect(labelSelector(['app'])).toBeUndefined();
});

test('a selector is described as kubectl writes it', () => {
  const selector = labelSelector({
    matchLabels: { app: 'web' },
    matchExpressions: [
      { key: 'tier', operator: 'In', values: ['a', 'b'] },
      { key: 'env', operator: 'NotIn', values: ['dev'] },
      { key: 'team', operator: 'Exists' },
      { key: 'old', operator: 'DoesNotExist' },
    ],
  });

  expect(describeSelector(selector!)).toBe('app=web, tier in (a, b), env notin (dev), team, !old');
});
