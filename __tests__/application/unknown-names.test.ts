import { nearest } from '../../lib/application/nearest';
import { unknownNames } from '../../lib/application/unknown-names';

const known = ['size', 'accessMode', 'storageClass', 'path', 'match'];

test.each([
  ['storageclass', 'storageClass'],
  ['acessMode', 'accessMode'],
  ['accessModes', 'accessMode'],
  ['storrageClas', 'storageClass'],
  ['macth', 'match'],
  ['siez', 'size'],
])('%s is %s, mistyped', (text, name) => {
  expect(nearest(text, known)).toBe(name);
});

test.each(['size of it', 'mode', 'class', 'fuse', 'ize', ''])('%s may be anything', (text) => {
  expect(nearest(text, known)).toBeUndefined();
});

test('an unknown name is told with the one that is meant, or with all that there are', () => {
  expect(unknownNames('Claim', { size: '1Gi', acessMode: 1, hostPath: 2 }, { size: true, accessMode: true })).toEqual([
    'Claim.acessMode is unknown: write accessMode',
    'Claim.hostPath is unknown: use size, accessMode',
  ]);
});

test('what has no names at all is told too', () => {
  expect(unknownNames('service', 'headless', { type: true })).toEqual([`service is 'headless': give an object`]);
});
