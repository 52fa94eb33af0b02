import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadManifests } from '../../lib/manifest/load';
import { parseManifest } from '../../lib/manifest/parse-manifest';
import { lineOf } from '../../lib/manifest/source-file';

const MAP = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-load-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Files and the names of their objects. */
function load(...paths: string[]): readonly (readonly [string, ...string[]])[] {
  const { manifests } = loadManifests(paths.map((path) => join(folder, path)));
  return manifests.map(({ file, resources }) => [
    file.slice(folder.length + 1),
    ...resources.map(({ object }) => object.metadata.name),
  ]);
}

test('reads folders, with those in them, sorted; and each file once', () => {
  write({
    'b.yaml': MAP('b'),
    'a/z.yml': MAP('z'),
    'a/y.json': JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'y' } }),
  });

  expect(load('', 'b.yaml', 'a')).toEqual([
    ['a/y.json', 'y'],
    ['a/z.yml', 'z'],
    ['b.yaml', 'b'],
  ]);
});

test('leaves out what is in a folder and no manifest, and says so', () => {
  write({
    'a.yaml': MAP('a'),
    'values.yaml': 'replicas: 2\n',
    'package.json': '{}',
    '.github/ci.yaml': 'on: push\n',
    'readme.md': '',
  });
  write({
    'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
    'node_modules/x.yaml': '[',
  });
  symlinkSync(folder, join(folder, 'circle'));

  expect(load('')).toEqual([['a.yaml', 'a']]);
  expect(loadManifests([folder]).leftOut).toEqual([join(folder, 'package.json'), join(folder, 'values.yaml')]);
});

test('tells everything that is wrong, of every file', () => {
  write({ 'a.yaml': 'kind: Pod\n---\napiVersion: v1\n', 'b.yaml': 'a: [', 'c/readme.md': '' });

  expect(() => load('a.yaml', 'b.yaml', 'c', 'nowhere.yaml')).toThrow(
    [
      `${folder}/c: has no .yaml, .yml or .json file: name another folder`,
      `cannot read ${folder}/nowhere.yaml: there is none: correct the path, which is relative to the folder that you are in`,
      `${folder}/a.yaml:1: document 1 has no apiVersion: add one, such as apps/v1`,
      `${folder}/a.yaml:3: document 2 has no kind: add one, such as Deployment`,
      `${folder}/b.yaml:1: is no valid YAML (unexpected end of the stream within a flow collection): correct this line or the one before`,
    ].join('\n'),
  );
});

test('reads many documents, lists and lists in lists, with the line of each object and field', () => {
  const text = `# first
---
${MAP('a')}---
# nothing
---
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: ConfigMapList
  items:
  - apiVersion: v1
    kind: ConfigMap
    metadata:
      name: b
      labels: { app: b }
- apiVersion: v1
  kind: Pod
  metadata: { name: c }
  spec:
    containers:
    - name: web
      env:
      - name: LOG_LEVEL
        value: info
`;
  const { resources } = parseManifest(text, 'web.yaml');

  expect(resources.map(({ object, origin }) => [object.metadata.name, origin])).toEqual([
    ['a', { file: 'web.yaml', document: 1, line: 3 }],
    ['b', { file: 'web.yaml', document: 3, line: 15 }],
    ['c', { file: 'web.yaml', document: 3, line: 20 }],
  ]);
  const [, b, c] = resources;
  expect(lineOf(b!.origin, 'metadata.labels.app')).toBe(19);
  expect(lineOf(c!.origin, 'spec.containers[web].env[LOG_LEVEL].value')).toBe(28);
  expect(lineOf(c!.origin, 'spec.containers[web].image')).toBe(25);
});

test.each([
  ['yes', true],
  ['n', false],
  ['Off', false],
  ['~', null],
  ['NULL', null],
  ['0777', 511],
  ['0o777', 511],
  ['08', 8],
  ['1_000', 1000],
  ['-0x1F', -31],
  ['0b11', 3],
  ['1e3', 1000],
  ['.5', 0.5],
  ['+1.', 1],
  ['1:30', '1:30'],
  ['2026-01-01', '2026-01-01'],
  ['1.2.3', '1.2.3'],
  ['tRue', 'tRue'],
  ['"yes"', 'yes'],
  ['!!str 5', '5'],
  ['!!binary aGk=', 'hi'],
])('reads %s as kubectl does', (text, value) => {
  expect(parseManifest(`${MAP('a')}data: ${text}\n`, 'a.yaml').resources[0]!.object.data).toEqual(value);
});

test('merges what an alias stands for, but not what a quoted key says', () => {
  const text = `${MAP('a')}base: &base { a: 1, b: 2 }\ndata: { <<: *base, b: 3, "<<<": 4 }\n`;

  expect(parseManifest(text, 'a.yaml').resources[0]!.object.data).toEqual({ a: 1, b: 3, '<<<': 4 });
});

test('reads the header of a rendered file', () => {
  const header =
    '# slipway: application=shop environment=prod kubernetes=1.33 preset=production pod-security=restricted external=Secret/db=USER,PASSWORD future=1';

  expect(parseManifest(`${header}\n${MAP('a')}`, 'a.yaml').header).toEqual({
    application: 'shop',
    environment: 'prod',
    kubernetes: '1.33',
    preset: 'production',
    podSecurity: 'restricted',
    external: [{ kind: 'Secret', name: 'db', namespace: undefined, keys: ['USER', 'PASSWORD'] }],
  });
  expect(parseManifest(`# by hand\n---\n${header}\n${MAP('a')}`, 'a.yaml').header.environment).toBe('prod');
  expect(parseManifest(`${MAP('a')}${header}\n`, 'a.yaml').header).toEqual({});
});

test('fails when a header says what cannot be', () => {
  expect(() => parseManifest(`# slipway: kubernetes=latest preset=prod\n${MAP('a')}`, 'a.yaml')).toThrow(
    "a.yaml:1: the header says kubernetes='latest', which is not a minor version such as 1.33: correct it\n" +
      "a.yaml:1: the header says preset='prod', which is not development or production: correct it",
  );
});

test.each([
  [
    '- 1\n',
    'a.yaml:1: document 1 is a list and no Kubernetes object: leave it out, or write apiVersion, kind and metadata',
  ],
  ['apiVersion: v1\nkind: Pod\n', 'a.yaml:1: document 1 (Pod) has no metadata: add metadata with a name'],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: { name: 5 }\n',
    'a.yaml:1: document 1 (Pod) has no metadata.name: add one, in quotes if it looks like a number',
  ],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: { generateName: a- }\n',
    "a.yaml:1: document 1 (Pod) has metadata.generateName, with which kubectl apply can't work: give it a metadata.name",
  ],
])('fails when a document is no object: %j', (text, message) => {
  expect(() => parseManifest(text, 'a.yaml')).toThrow(message);
});
