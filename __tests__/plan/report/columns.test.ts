import { columnsOf, cut } from '../../../lib/plan/report/columns';

test.each([
  ['web', 3],
  ['→ … ✗', 5],
  ['é, from two characters', 22],
  ['e\u0301, from two characters', 22],
  ['网络', 4],
  ['ｗｅｂ', 6],
  ['설정', 4],
  ['🎉', 2],
  ['👩‍👩‍👧', 2],
  ['⚠️', 2],
  ['', 0],
])('%s takes %d columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test.each([
  ['web', 3, 'web'],
  ['worker', 3, 'wo…'],
  ['网络配置', 8, '网络配置'],
  ['网络配置', 7, '网络配…'],
  ['网络配置', 6, '网络…'],
  ['🎉🎉', 3, '🎉…'],
])('%s in %d columns is %s', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected);
});
