import { compact } from '../../lib/synth/compact';

test('fields that are undefined are left out at any depth, empty maps and lists stay', () => {
  const value = { a: undefined, b: { c: undefined, d: [{ e: undefined, f: 1 }] }, emptyDir: {}, items: [], g: null };

  expect(compact(value)).toEqual({ b: { d: [{ f: 1 }] }, emptyDir: {}, items: [], g: null });
  expect(Object.keys(compact(value))).toEqual(['b', 'emptyDir', 'items', 'g']);
});

test('an object without a prototype, as parsers return it, is an object too', () => {
  const bare: Record<string, unknown> = Object.assign(Object.create(null), { a: undefined, b: 1 });

  expect(Object.keys(compact({ data: bare }).data)).toEqual(['b']);
});

test('what is no plain object stays what it is', () => {
  const date = new Date(0);

  expect(compact({ date }).date).toBe(date);
});
