import { misfit } from '../../../lib/manifest/schema/formats';
import type { ValueType } from '../../../lib/manifest/schema/types';

test.each<[ValueType, unknown]>([
  ['string', ''],
  ['boolean', false],
  ['int32', -(2 ** 31)],
  ['int64', 2 ** 40],
  ['number', 0.5],
  ['byte', 'aGVsbG8='],
  ['byte', 'aGVs\nbG8=\n'],
  ['time', '2026-01-31T12:00:00Z'],
  ['time', '2026-01-31T12:00:00.5+02:00'],
  ['microTime', '2026-01-31T12:00:00.000000Z'],
  ['microTime', '2026-01-31T12:00:00.123456+02:00'],
  ['duration', '1h30m'],
  ['quantity', '1.5Gi'],
  ['quantity', '1e3'],
  ['quantity', ' 1 '],
  ['quantity', 2],
  ['intOrString', 80],
  ['intOrString', '25%'],
  ['object', {}],
  ['any', ['whatever']],
])('%s: %j is accepted', (type, value) => {
  expect(misfit(type, value)).toBeUndefined();
});

test.each<[ValueType, unknown, string]>([
  ['string', 8080, 'must be a text, is a number: put it in quotes'],
  ['string', true, 'must be a text, is true or false: put it in quotes'],
  ['string', ['a'], 'must be a text, is a list'],
  ['boolean', 'true', 'must be true or false, is the text "true"'],
  ['int32', '2', 'must be a whole number, is the text "2"'],
  ['int32', 1.5, 'must be a whole number, is the number 1.5'],
  ['int32', 2 ** 31, 'is out of range: 2147483648'],
  ['byte', 'not base64', 'is not encoded in base64'],
  ['time', '2026-01-31', 'is no time such as 2026-01-31T12:00:00Z: 2026-01-31'],
  ['time', '2026-02-30T12:00:00Z', 'is no time such as 2026-01-31T12:00:00Z: 2026-02-30T12:00:00Z'],
  ['time', '2026-01-31T24:00:00Z', 'is no time such as 2026-01-31T12:00:00Z: 2026-01-31T24:00:00Z'],
  ['time', '2026-01-31t12:00:00z', 'is no time such as 2026-01-31T12:00:00Z: 2026-01-31t12:00:00z'],
  [
    'microTime',
    '2026-01-31T12:00:00Z',
    'must have microseconds, as 2026-01-31T12:00:00.000000Z has: 2026-01-31T12:00:00Z',
  ],
  ['microTime', 'now', 'is no time such as 2026-01-31T12:00:00.000000Z: now'],
  ['duration', '30', 'is no duration such as 30s or 1h30m: 30'],
  ['quantity', '128 Mi', 'is no quantity such as 100m or 1Gi: "128 Mi": did you mean 128Mi?'],
  ['quantity', '1GB', 'is no quantity such as 100m or 1Gi: "1GB": did you mean 1Gi?'],
  ['quantity', 'a lot', 'is no quantity such as 100m or 1Gi: "a lot"'],
  ['quantity', true, 'must be a quantity such as 100m or 1Gi, is true'],
  ['intOrString', false, 'must be a whole number or a text, is false'],
  ['object', [], 'must be an object, is a list'],
])('%s: %j is refused', (type, value, message) => {
  expect(misfit(type, value)).toBe(message);
});

test('a text that should be a number or a list is not shown in full', () => {
  expect(misfit('int32', 'x'.repeat(100))).toBe(`must be a whole number, is the text "${'x'.repeat(40)}…"`);
});
