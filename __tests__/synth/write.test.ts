import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRendered, writeFiles } from '../../lib/synth/write';

const TEXT = '# slipway: application=shop\nkind: Service\n';
const actual = jest.requireActual<typeof fs>('node:fs');
let folder: string;

beforeEach(async () => {
  folder = await fs.promises.mkdtemp(join(tmpdir(), 'write-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

/** Puts files there by hand. */
function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    fs.mkdirSync(join(folder, path, '..'), { recursive: true });
    fs.writeFileSync(join(folder, path), text);
  }
}

/** All that is in the folder: text by path, and `/` for a folder that is empty. */
function content(below = ''): Record<string, string> {
  const entries = fs.readdirSync(join(folder, below), { withFileTypes: true });
  const parts = entries.map(({ name }) => [join(below, name), fs.statSync(join(folder, below, name))] as const);
  const found = parts.map(([path, stat]) =>
    stat.isDirectory() ? content(path) : { [path]: fs.readFileSync(join(folder, path), 'utf8') },
  );
  return below && entries.length === 0 ? { [below]: '/' } : Object.assign({}, ...found);
}

function fail(code: string): never {
  throw Object.assign(new Error(`${code}: as a test`), { code });
}

test('files are written into folders which are made for them', () => {
  const out = join(folder, 'dist');
  const result = writeFiles(out, [
    { path: 'prod/shop.k8s.yaml', text: TEXT },
    { path: 'all.k8s.yaml', text: `${TEXT}é\n` },
  ]);

  expect(result).toEqual({ written: ['prod/shop.k8s.yaml', 'all.k8s.yaml'], unchanged: [], removed: [] });
  expect(content()).toEqual({ 'dist/prod/shop.k8s.yaml': TEXT, 'dist/all.k8s.yaml': `${TEXT}é\n` });
});

test('a file that did not change is not touched', () => {
  put({ 'same.k8s.yaml': TEXT, 'other.k8s.yaml': TEXT });
  const before = new Date(1_000_000_000_000);
  for (const name of ['same.k8s.yaml', 'other.k8s.yaml']) fs.utimesSync(join(folder, name), before, before);
  const result = writeFiles(folder, [
    { path: 'same.k8s.yaml', text: TEXT },
    { path: 'other.k8s.yaml', text: `${TEXT}a: b\n` },
  ]);

  expect(result).toEqual({ written: ['other.k8s.yaml'], unchanged: ['same.k8s.yaml'], removed: [] });
  expect(fs.statSync(join(folder, 'same.k8s.yaml')).mtime).toEqual(before);
  expect(fs.statSync(join(folder, 'other.k8s.yaml')).mtime).not.toEqual(before);
});

test('a file is replaced at once, never written in place', () => {
  put({ 'a.k8s.yaml': TEXT });
  const reader = fs.openSync(join(folder, 'a.k8s.yaml'), 'r');
  writeFiles(folder, [{ path: 'a.k8s.yaml', text: `${TEXT}a: b\n` }]);

  expect(fs.readFileSync(reader, 'utf8')).toBe(TEXT);
  fs.closeSync(reader);
});

test('all temporary files are written before the first is renamed', () => {
  const calls: string[] = [];
  const { writeFileSync, renameSync } = actual;
  jest.spyOn(actual, 'writeFileSync').mockImplementation((...args) => {
    calls.push('write');
    writeFileSync(...args);
  });
  jest.spyOn(actual, 'renameSync').mockImplementation((...args) => {
    calls.push('rename');
    renameSync(...args);
  });
  writeFiles(
    folder,
    ['a', 'b'].map((name) => ({ path: `${name}.k8s.yaml`, text: TEXT })),
  );

  expect(calls).toEqual(['write', 'write', 'rename', 'rename']);
});

test('a rendered file that is rendered no more is removed, with its folder', () => {
  put({ 'old/deep/shop.k8s.yaml': TEXT, 'prod/old.k8s.yaml': TEXT, 'prod/notes.md': 'by hand' });
  const result = writeFiles(folder, [{ path: 'dev/shop.k8s.yaml', text: TEXT }]);

  expect(result.removed).toEqual(['old/deep/shop.k8s.yaml', 'prod/old.k8s.yaml']);
  expect(content()).toEqual({ 'dev/shop.k8s.yaml': TEXT, 'prod/notes.md': 'by hand' });
});

test('the folder itself stays when nothing is rendered any more', () => {
  put({ 'prod/shop.k8s.yaml': TEXT });

  expect(writeFiles(folder, []).removed).toEqual(['prod/shop.k8s.yaml']);
  expect(content()).toEqual({});
});

test('a file that people wrote by hand is never removed', () => {
  const files = {
    'prod/by-hand.k8s.yaml': 'kind: Service\n',
    'prod/later.k8s.yaml': `kind: Service\n${TEXT}`,
    'prod/empty.k8s.yaml': '',
    'prod/copy.yaml': TEXT,
  };
  put(files);
  fs.mkdirSync(join(folder, 'empty'));
  fs.mkdirSync(join(folder, 'folder.k8s.yaml'));

  expect(writeFiles(folder, []).removed).toEqual([]);
  expect(content()).toEqual({ ...files, empty: '/', 'folder.k8s.yaml': '/' });
});

test('a link out of the folder is not followed for removal', () => {
  put({ 'elsewhere/shop.k8s.yaml': TEXT, 'dist/prod/shop.k8s.yaml': TEXT });
  fs.symlinkSync(join(folder, 'elsewhere'), join(folder, 'dist/link'));

  expect(writeFiles(join(folder, 'dist'), []).removed).toEqual(['prod/shop.k8s.yaml']);
  expect(content()).toHaveProperty(['elsewhere/shop.k8s.yaml']);
});

test.each([
  '../a.k8s.yaml',
  'prod/../../a',
  'prod/../a',
  '/tmp/a',
  '.',
  '..',
  '',
  './a',
  'a//b',
  'a/',
  'a\\..\\b',
  'a\0',
])('fails when a path could lead out of the folder: %j', (path) => {
  expect(() =>
    writeFiles(folder, [
      { path: 'ok.k8s.yaml', text: TEXT },
      { path, text: TEXT },
    ]),
  ).toThrow(`${JSON.stringify(path)} is no path inside the folder: write it as folder/file`);
  expect(content()).toEqual({});
});

test('fails when two rendered files have the same path', () => {
  const file = { path: 'prod/shop.k8s.yaml', text: TEXT };

  expect(() => writeFiles(folder, [file, file])).toThrow(
    'prod/shop.k8s.yaml is rendered twice: give one of the two another name',
  );
});

test('fails when the disk is full, and leaves everything as it was', () => {
  const before = { 'prod/a.k8s.yaml': TEXT, 'prod/stale.k8s.yaml': TEXT };
  put(before);
  const { writeFileSync } = actual;
  jest.spyOn(actual, 'writeFileSync').mockImplementation((path, text, options) => {
    writeFileSync(path, String(text).slice(0, 5), options);
    if (String(path).includes('/new/')) fail('ENOSPC');
  });
  const files = ['prod/a.k8s.yaml', 'new/deep/b.k8s.yaml'].map((path) => ({ path, text: `${TEXT}a: b\n` }));

  expect(() => writeFiles(folder, files)).toThrow(
    `cannot write ${join(folder, 'new/deep/b.k8s.yaml')}: the disk is full: make room`,
  );
  expect(content()).toEqual(before);
});

test('fails when a name is too long, and leaves everything as it was', () => {
  const files = ['new/a.k8s.yaml', `${'b'.repeat(250)}`].map((path) => ({ path, text: TEXT }));

  expect(() => writeFiles(folder, files)).toThrow(/^cannot write .*b: ENAMETOOLONG/);
  expect(content()).toEqual({});
});

test('fails when renaming is not allowed, and removes temporary files', () => {
  jest.spyOn(actual, 'renameSync').mockImplementation(() => fail('EACCES'));

  expect(() => writeFiles(folder, [{ path: 'a.k8s.yaml', text: TEXT }])).toThrow(
    `cannot write ${join(folder, 'a.k8s.yaml')}: you are not allowed to: change the permissions of the file or its folder`,
  );
  expect(content()).toEqual({});
});

test('fails when a folder is in the place of a file', () => {
  put({ 'prod/b.k8s.yaml/notes.md': 'by hand' });
  const files = ['prod/a.k8s.yaml', 'prod/b.k8s.yaml'].map((path) => ({ path, text: TEXT }));

  expect(() => writeFiles(folder, files)).toThrow(
    `cannot read ${join(folder, 'prod/b.k8s.yaml')}: a folder is in the place of the file: move it away`,
  );
  expect(content()).toEqual({ 'prod/b.k8s.yaml/notes.md': 'by hand' });
});

test('fails when a file is in the place of a folder', () => {
  put({ prod: 'by hand' });

  expect(() => writeFiles(folder, [{ path: 'prod/a.k8s.yaml', text: TEXT }])).toThrow(
    `cannot read ${join(folder, 'prod/a.k8s.yaml')}: a file is in the place of a folder: move it away`,
  );
  expect(content()).toEqual({ prod: 'by hand' });
});

test('the rendered files of a folder are read by path, sorted', () => {
  put({ 'prod/b.k8s.yaml': TEXT, 'dev/a.k8s.yaml': TEXT, 'prod/hand.k8s.yaml': 'a: b\n', 'prod/c.yaml': TEXT });

  expect([...readRendered(folder)]).toEqual([
    ['dev/a.k8s.yaml', TEXT],
    ['prod/b.k8s.yaml', TEXT],
  ]);
});

test('a folder that is not there holds no rendered files', () => {
  expect(readRendered(join(folder, 'missing')).size).toBe(0);
});
