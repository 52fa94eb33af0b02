import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, type ConfigProps, Worker } from '../../lib';
import { failure, mistakes, render } from '../support/render';

function mistakesOf(props: object, id = 'settings'): readonly string[] {
  return mistakes((shop) => new Config(shop, id, props as ConfigProps));
}

const MEBIBYTE = 1024 * 1024;

test.each([
  [
    'a value that is missing',
    { data: { PAGE: undefined } },
    'config.PAGE is undefined: give a text, a number or a boolean',
  ],
  [
    'a value that is no number',
    { data: { PAGE: Number.NaN } },
    'config.PAGE is NaN: give a text, a number or a boolean',
  ],
  [
    'a key with a slash in it',
    { data: { 'a/b': 1 } },
    `config has the key 'a/b', which is no ConfigMap key: use letters, digits, '-', '_' and '.', at most 253`,
  ],
  [
    'a key that names a folder',
    { data: { '..': 1 } },
    `config has the key '..', which is no ConfigMap key: use letters, digits, '-', '_' and '.', at most 253`,
  ],
  [
    'a key twice',
    { data: { 'package.json': 1 }, files: { 'package.json': 'package.json' } },
    `config has the key 'package.json' twice: rename one`,
  ],
  [
    'a file that is missing',
    { files: { 'a.conf': 'no/such.conf' } },
    `can't read 'no/such.conf' (there is none): paths are relative to the folder that the program runs in`,
  ],
  [
    'a folder in the place of a file',
    { files: { lib: 'lib' } },
    `can't read 'lib' (EISDIR): paths are relative to the folder that the program runs in`,
  ],
  [
    'a folder that is missing',
    { folder: 'no/such' },
    `can't read the folder 'no/such' (there is none): paths are relative to the folder that the program runs in`,
  ],
  [
    'more than a ConfigMap can hold',
    { data: { a: 'x'.repeat(MEBIBYTE), b: 'é' } },
    `config has ${MEBIBYTE + 2} bytes, but a ConfigMap holds at most ${MEBIBYTE}: put large files into the image or a volume`,
  ],
  [
    'a prop that is mistyped',
    { dat: { a: 1 } },
    'Config.dat is unknown: use data, files, folder, binary, rollout, workload',
  ],
  ['a prop with other capitals', { Folder: 'lib' }, 'Config.Folder is unknown: write folder'],
  ['a rollout that is unknown', { data: { a: 1 }, rollout: 'hash' }, `rollout is 'hash': use 'name' or 'checksum'`],
])('fails when a config has %s', (_, props, message) => {
  expect(mistakesOf(props)).toEqual([`settings: ${message}`]);
});

test('a config may be as large as the API server allows', () => {
  const { data } = render((shop) => new Config(shop, 'big', { data: { a: 'x'.repeat(MEBIBYTE) } })).get('ConfigMap');

  expect(data).toEqual({ a: 'x'.repeat(MEBIBYTE) });
});

test('fails when the id of a config is no name', () => {
  expect(mistakesOf({}, 'App_Settings')).toEqual([
    `App_Settings: id 'App_Settings' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'app-settings')`,
  ]);
});

test.each([
  ['name', 64, 63],
  ['checksum', 55, 54],
])('fails when the id of a config by %s is too long', (rollout, length, most) => {
  const id = 'c'.repeat(length);

  expect(mistakesOf({ rollout }, id)).toEqual([
    `${id}: id '${id}' has ${length} characters: shorten it to at most ${most}`,
  ]);
  expect(failure(() => mistakesOf({ rollout }, 'c'.repeat(most)))).toMatchObject({ message: 'nothing failed' });
});

test('fails when a folder has a link that leads nowhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  symlinkSync(join(folder, 'gone'), join(folder, 'link'));
  const problems = mistakesOf({ folder });
  rmSync(folder, { recursive: true });

  expect(problems).toEqual([expect.stringMatching(/^settings: can't read the folder '.*' \(there is none\)/)]);
});

test('fails when an existing ConfigMap has a name that none can have', () => {
  const error = mistakes((shop) =>
    new Worker(shop, 'mail', { image: 'ghcr.io/acme/mail:2', user: 1000 }).mount(
      '/etc/ca',
      Config.fromExisting('CA_Bundle'),
    ),
  );

  expect(error).toEqual([
    `mail: volume 'ca-bundle': the ConfigMap name 'CA_Bundle' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'ca-bundle')`,
  ]);
});
