import { ManifestError } from '../../lib/manifest/manifest-error';
import { parseManifest } from '../../lib/manifest/parse-manifest';
import { lineOf } from '../../lib/manifest/source-file';
import { failure } from '../support/render';

const map = (name: string, space?: number): string =>
  JSON.stringify(
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { text: '} { "a" \\' } },
    null,
    space,
  );

/** The names of the objects with the lines of their names. */
function read(text: string): readonly (readonly [name: string, document: number, line: number | undefined])[] {
  return parseManifest(text, 'a.json').resources.map(({ object, origin }) => [
    object.metadata.name,
    'document' in origin ? origin.document : 0,
    lineOf(origin, 'metadata.name'),
  ]);
}

test('JSON objects may stand in a line each', () => {
  expect(read(`${map('a')}\n${map('b')}\n\n  ${map('c')}\n`)).toEqual([
    ['a', 1, 1],
    ['b', 2, 2],
    ['c', 3, 4],
  ]);
});

test('JSON objects may follow one another, in one line or in several', () => {
  expect(read(`${map('a')}${map('b')} ${map('c', 2)}${map('d', 2)}`)).toEqual([
    ['a', 1, 1],
    ['b', 2, 1],
    ['c', 3, 5],
    ['d', 4, 14],
  ]);
});

test('a List may be one of them', () => {
  const list = `{"apiVersion":"v1","kind":"List","items":[${map('a')},\n${map('b')}]}`;

  expect(read(`${list}\n${map('c')}\n`)).toEqual([
    ['a', 1, 1],
    ['b', 1, 2],
    ['c', 2, 3],
  ]);
});

test('one JSON object, and JSON objects between lines of YAML, are what they were', () => {
  expect(read(map('a'))).toEqual([['a', 1, 1]]);
  expect(read(`${map('a')}\n---\n${map('b')}\n`)).toEqual([
    ['a', 1, 1],
    ['b', 2, 3],
  ]);
});

function refused(text: string): string {
  const error = failure(() => parseManifest(text, 'a.json'));
  expect(error).toBeInstanceOf(ManifestError);
  return (error as Error).message;
}

test('fails with the line of the mistake', () => {
  expect(refused(`${map('a')}\n{"apiVersion":"v1","kind":"Pod"}\n`)).toBe(
    'a.json:2: document 2 (Pod) has no metadata: add metadata with a name',
  );
  expect(refused(`${map('a')}\n${map('b')}\n{"kind": "A", "kind": "B"}\n`)).toBe(
    "a.json:3: the key 'kind' is there twice: remove one of the two",
  );
  expect(refused(`${map('a')}\n${map('b')}\n{"kind": ]}\n`)).toMatch(/^a\.json:3: is no valid YAML /);
  expect(refused(`{"kind": ]}\n${map('b')}\n`)).toMatch(/^a\.json:1: is no valid YAML /);
});

test('objects may be many', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => map(`a${index}`)).join('\n');
  const found = parseManifest(text, 'a.json').resources;

  expect(found).toHaveLength(20_000);
  expect(lineOf(found.at(-1)!.origin, 'data.text')).toBe(20_000);
});
