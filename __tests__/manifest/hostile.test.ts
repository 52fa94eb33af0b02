import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadManifests } from '../../lib/manifest/load';
import { ManifestError } from '../../lib/manifest/manifest-error';
import { workOf } from '../support/work';

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n';
const DEEP =
  'has maps or lists more than 250 levels inside each other: no Kubernetes object is that deep, so correct the indentation';

/** Each list refers to the one before it nine times. */
function bomb(levels: number): string {
  const lists = Array.from({ length: levels }, (_, level) => {
    const items = Array<string>(9).fill(level === 0 ? 'x' : `*a${level - 1}`);
    return `a${level}: &a${level} [${items.join(', ')}]`;
  });
  return `${HEAD}${lists.join('\n')}\n`;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said of a file, without the name of its folder. */
function problemsOf(content: string | Uint8Array): readonly string[] {
  const file = join(folder, 'web.yaml');
  writeFileSync(file, content);
  try {
    loadManifests([file]);
    return [];
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return error.problems.map((problem) => problem.replace(`${folder}/`, ''));
  }
}

test.each<readonly [string, () => string | Uint8Array, string]>([
  ['lists in lists', () => '['.repeat(1_000_000), `web.yaml:1: ${DEEP}`],
  ['lists in lists, in block style', () => '- '.repeat(1_000_000), `web.yaml:1: ${DEEP}`],
  ['maps in maps', () => '{"a":'.repeat(100_000), `web.yaml:1: ${DEEP}`],
  ['keys that are keys', () => '? '.repeat(1_000_000), `web.yaml:1: ${DEEP}`],
  [
    'aliases of aliases, nested deep',
    () => Array.from({ length: 5000 }, (_, n) => (n === 0 ? 'a0: &a0 [1]' : `a${n}: &a${n} [*a${n - 1}]`)).join('\n'),
    `web.yaml:2: ${DEEP}`,
  ],
  [
    'an alias bomb',
    () => bomb(20),
    'web.yaml:5: has aliases that stand for more than 100000 values: write out what they stand for',
  ],
  [
    'a bomb of merged maps',
    () =>
      [
        `a: &a { ${Array.from({ length: 100 }, (_, n) => `k${n}: 1`).join(', ')} }`,
        ...Array.from({ length: 5000 }, (_, n) => `b${n}: { <<: *a }`),
      ].join('\n'),
    'web.yaml:101: merges too many keys: write out what the aliases stand for',
  ],
  [
    'a map that contains itself',
    () => `${HEAD}data: &a\n  self: *a\n`,
    'web.yaml:5: has an anchor that contains itself: write out what it stands for',
  ],
  [
    'an anchor that is nowhere',
    () => `${HEAD}data: *nowhere\n`,
    'web.yaml:4: refers to an anchor that is not defined above it: define it, or write out what it stands for',
  ],
  [
    '50 MB',
    () => `${HEAD}data:\n${'  key: value\n'.repeat(4_200_000)}`,
    'web.yaml: has more than 10 MiB: split it into smaller files, or leave it out',
  ],
  [
    'a key twice',
    () => `${HEAD}data:\n  LOG_LEVEL: info\n  A: b\n  LOG_LEVEL: debug\n`,
    "web.yaml:7: the key 'LOG_LEVEL' is there twice: remove one of the two",
  ],
  [
    'a key twice in JSON',
    () => '{"apiVersion": "v1",\n "kind": "Pod",\n "kind": "Pod"}',
    "web.yaml:3: the key 'kind' is there twice: remove one of the two",
  ],
  [
    'no UTF-8',
    () => Buffer.concat([Buffer.from(`${HEAD}data:\n  a: `), Buffer.from([0xff, 0xfe])]),
    'web.yaml:5: is no UTF-8 text: save it as UTF-8, or leave it out if it is no text at all',
  ],
  [
    'UTF-16',
    () => Buffer.from(`\uFEFF${HEAD}`, 'utf16le'),
    'web.yaml:1: is no UTF-8 text: save it as UTF-8, or leave it out if it is no text at all',
  ],
  ['a tab', () => 'apiVersion: v1\n\tkind: Pod\n', 'web.yaml:2: is indented with a tab: indent with spaces'],
  [
    'a control character',
    () => `${HEAD}data: { a: "\u0007" }\n`,
    'web.yaml:4: has a control character: remove it, or write it as an escape such as "\\u0007"',
  ],
  [
    'a template',
    () => `${HEAD}data: {{ .Values.data }}\n`,
    'web.yaml:4: is a template and no YAML yet: render it first, as with helm template',
  ],
  [
    'a quote that never ends',
    () => `${HEAD}data: { a: "b\n`,
    'web.yaml:5: is no valid YAML (deficient indentation): correct this line or the one before',
  ],
])('ends within seconds and says where and why: %s', (_, content, problem) => {
  const text = content();

  expect(workOf(() => expect(problemsOf(text)).toEqual([problem]))).toBeLessThan(5000);
});

test('of very many mistakes, the first twenty are enough', () => {
  expect(problemsOf(`apiVersion: v1\nkind: List\nitems: [${'1, '.repeat(100_000)}]`)).toHaveLength(20);
});

test('a key such as __proto__ is a key like any other', () => {
  const file = join(folder, 'proto.yaml');
  writeFileSync(file, `${HEAD}data: { __proto__: a, constructor: b, toString: c }\n__proto__: { polluted: true }\n`);
  const { object } = loadManifests([file]).manifests[0]!.resources[0]!;

  expect(Object.keys(object.data as object)).toEqual(['__proto__', 'constructor', 'toString']);
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  expect(object.polluted).toBeUndefined();
});

test.each([
  ['short', 'x'.repeat(2_000_000)],
  ['in pieces', 'x '.repeat(1_000_000)],
  ['of colons', 'x:x'.repeat(1_000_000)],
  ['of quotes', `"${'\\"'.repeat(1_000_000)}"`],
])('a very long value is read: %s', (_, value) => {
  expect(problemsOf(`${HEAD}data:\n  key: ${value}\n`)).toEqual([]);
});
