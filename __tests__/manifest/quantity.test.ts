import { parseQuantity } from '../../lib/manifest/quantity';

test.each([
  ['100m', 0.1],
  ['1', 1],
  [2, 2],
  ['0.5', 0.5],
  ['.5', 0.5],
  ['5.', 5],
  ['+3', 3],
  ['-1', -1],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['64Mi', 64 * 2 ** 20],
  ['1Ki', 1024],
  ['1k', 1000],
  ['10G', 1e10],
  ['2T', 2e12],
  ['1P', 1e15],
  ['1E', 1e18],
  ['1Ei', 2 ** 60],
  ['250u', 0.00025],
  ['1e3', 1000],
  ['1E3', 1000],
  ['12e-1', 1.2],
  ['0', 0],
])('the quantity %p stands for %p', (quantity, number) => {
  expect(parseQuantity(quantity)).toBeCloseTo(number, 10);
});

test.each([
  '',
  ' ',
  '1 Gi',
  ' 1',
  'Gi',
  '1GiB',
  '10 GB',
  '1gi',
  '1K',
  '1mi',
  '1e',
  '1.2.3',
  '--1',
  '1,5',
  'NaN',
  'Infinity',
  undefined,
  null,
  {},
  true,
])('%p is no quantity', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});
