import { judge } from './judge';

const config = (fields: string) => `{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, ${fields} }`;

test('an immutable ConfigMap keeps its data, and stays immutable', () => {
  const before = config('immutable: true, data: { a: "1" }');

  expect(judge(before, config('immutable: true, data: { a: "2" }'))).toEqual([
    'data: field is immutable when `immutable` is set',
  ]);
  expect(judge(before, config('immutable: true, data: { a: "1" }, binaryData: { b: eA== }'))).toEqual([
    'binaryData: field is immutable when `immutable` is set',
  ]);
  expect(judge(before, config('data: { a: "1" }'))).toEqual(['immutable: field is immutable when `immutable` is set']);
});

test('its labels may change, and another ConfigMap may become immutable together with a last change', () => {
  const labelled = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: c, labels: { a: b } }, immutable: true }';

  expect(judge(config('immutable: true'), labelled)).toEqual([]);
  expect(judge(config('data: { a: "1" }'), config('immutable: true, data: { a: "2" }'))).toEqual([]);
});
