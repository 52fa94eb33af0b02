import * as fc from 'fast-check';
import { parse } from 'yaml';
import { stringify } from '../../lib/synth/yaml';
import { dedent } from '../support/yaml';

/** What one string looks like as a value. */
function written(value: unknown): string {
  return stringify([{ value }]).replace(/^value: (.*)\n$/s, '$1');
}

function configMap(data: unknown): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web-config' }, data };
}

test('objects become documents whose keys stay in the order given', () => {
  const objects = [
    { kind: 'Service', apiVersion: 'v1', spec: { ports: [{ port: 80, name: 'http' }], selector: {} } },
    { kind: 'Deployment', args: [], on: [['a', 1], true, null] },
  ];

  expect(stringify(objects, '# slipway: application=shop environment=prod')).toBe(dedent`
    # slipway: application=shop environment=prod
    kind: Service
    apiVersion: v1
    spec:
      ports:
      - port: 80
        name: http
      selector: {}
    ---
    kind: Deployment
    args: []
    "on":
    - - a
      - 1
    - true
    - null
  `);
});

test('an object that is used twice is written twice', () => {
  const labels = { app: 'web' };

  expect(stringify([{ selector: labels, template: { labels } }])).toBe(dedent`
    selector:
      app: web
    template:
      labels:
        app: web
  `);
});

test.each([
  'docker.io/library/postgres:17-alpine',
  'app.kubernetes.io/name',
  '/var/log/miniflux/*.log',
  '0 3 * * *',
  '10.0.0.0/8',
  '128Mi',
  '100m',
  '30d',
  'v1',
  'apps/v1',
  '--config=/etc/app.yaml',
  '-e',
  './run.sh',
  '$(POD_IP):8080',
  'http://127.0.0.1:8080/metrics?x=1#top',
  'hello world, it is "me"',
  '日本語 é 😀',
])('a value that no reader misunderstands stays plain: %s', (value) => {
  expect(written(value)).toBe(value);
});

test.each(
  ['', ' a', 'a ', 'a: b', 'a:', 'a #b', '#a', '- a', '-', '?', '*/5 * * * *', '&a', '!a', '|', '>', '%a', '@a', '`a']
    .concat(['=', '<<', '~', 'null', 'y', 'No', 'on', 'OFF', 'true', '.inf', '.NaN', '---', '...', '--- a', '... a'])
    .concat(['1', '+1', '-_7', '1_000', '0x1F', '1e3', 'e5', '.5', '1.', '0.1.2', '1,000', '12:30:45', '2024-01-01']),
)('a value that some reader takes for something else is quoted: %j', (value) => {
  expect(written(value)).toBe(`"${value}"`);
  expect(stringify([{ [value === '<<' ? '=' : value]: 'a' }])).toMatch(/^".*": a\n$/);
});

/** Each of these broke in kubectl or PyYAML when written plainly or as it is. */
test.each([
  ['0o17', '"0o17"'],
  ['0O17', '"0O17"'],
  ['0o755', '"0o755"'],
  ['0X1F', '"0X1F"'],
  ['0B11', '"0B11"'],
  ['1e1_0', '"1e1_0"'],
  ['1e7_', '"1e7_"'],
  ['0_x01', '"0_x01"'],
  ['5_e_3', '"5_e_3"'],
  ['0E0_0', '"0E0_0"'],
  ['a\tb', String.raw`"a\tb"`],
  ['\ta\nb\n', String.raw`"\ta\nb\n"`],
  [' \n', String.raw`" \n"`],
  ['a\r\nb', String.raw`"a\r\nb"`],
  ['\u0000', String.raw`"\u0000"`],
  ['a\u007fb', String.raw`"a\u007fb"`],
  ['a\u0080b', String.raw`"a\u0080b"`],
  ['a\u0085\nb\n', String.raw`"a\u0085\nb\n"`],
  ['a\u00a0b', String.raw`"a\u00a0b"`],
  ['a\u2028b', String.raw`"a\u2028b"`],
  ['a\u2029b', String.raw`"a\u2029b"`],
  ['\ufeffa', String.raw`"\ufeffa"`],
  ['\ufffe\uffff', String.raw`"\ufffe\uffff"`],
])('a value that kubectl reads wrongly is escaped or quoted: %j', (value, expected) => {
  expect(written(value)).toBe(expected);
});

test('a text that holds double quotes or backslashes is single-quoted', () => {
  expect(written('{"a": "\\d"}')).toBe(String.raw`'{"a": "\d"}'`);
  expect(written(`"it's"`)).toBe(String.raw`"\"it's\""`);
});

test('a value that has several lines becomes a block literal', () => {
  const data = { clip: 'a\n\tb  \n', strip: 'a\n\n# b', keep: 'a\n\n', list: ['---\na: b\n'] };

  expect(stringify([{ data }])).toBe(
    'data:\n  clip: |\n    a\n    \tb  \n  strip: |-\n    a\n\n    # b\n  keep: |+\n    a\n\n' +
      '  list:\n  - |\n    ---\n    a: b\n',
  );
});

test('a value that starts or ends with blank space is not a block literal', () => {
  for (const value of [' a\nb', '\ta\nb', '\na\n', '\n', 'a\n ', 'a\n \n', 'a\n\t\n\n']) {
    expect(written(value)).toBe(JSON.stringify(value));
  }
});

test('a number is written so that no reader sees text', () => {
  expect([0, -0, -7, 0.5, 1e21, 1e-7, -1.5e-9].map(written)).toEqual([
    '0',
    '0',
    '-7',
    '0.5',
    '1000000000000000000000',
    '1.0e-7',
    '-1.5e-9',
  ]);
});

const pieces = [...'-+._:,=<>|?!&*#%@`\'"\\/[]{}()$~ \t\n\r0123456789eExXoObBaAfFnNyYtTzZ'].concat(
  [': ', ' #', '- ', '\n ', ' \n', '\n\n', '\n\t', '---', '...', '<<', '0x', '0o', '.inf', 'null', 'yes', 'word'],
  ['2024-01-01', '12:30', '\u0000', '\u0085', '\u00a0', '\u2028', '\ufeff', '\uffff', 'é', '😀', 'k'.repeat(512)],
);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces) }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789_.+-eExXoObB:') }),
);

test.each(['1.1', '1.2'] as const)('any string survives a YAML %s reader in every place', (version) => {
  const property = fc.property(text, text, (value, name) => {
    const key = name === '<<' ? 'merge' : name;
    const object = {
      a: value,
      b: [value, [value]],
      c: { d: { e: value } },
      f: { [key]: { [key]: [value] } },
      g: value,
    };
    expect(parse(stringify([object]), { version })).toEqual(object);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('any plain data reads back as it was written', () => {
  const key = text.filter((name) => name !== '<<');
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.constantFrom(-0, 1e21, 2 ** 53, -(2 ** 63), 2 ** 64, 1e-7, Number.MIN_VALUE, Number.MAX_VALUE),
  );
  const data = fc.object({ key, values: [text, number, fc.boolean(), fc.constant(null)] });

  fc.assert(
    fc.property(data, (object) => expect(JSON.stringify(parse(stringify([object])))).toBe(JSON.stringify(object))),
  );
});

test('keys that are longer than readers look ahead read back', () => {
  for (const length of [127, 129, 1022, 1023, 1024, 1025, 5000]) {
    for (const key of ['k'.repeat(length), '1'.repeat(length)]) {
      expect(parse(stringify([{ data: { [key]: 'a' } }]))).toEqual({ data: { [key]: 'a' } });
    }
  }
});

test('objects that are nested three hundred levels deep read back', () => {
  let object: object = { end: 'here' };
  for (let level = 0; level < 300; level++) object = level % 2 ? { a: object } : { a: [object] };

  expect(parse(stringify([object]))).toEqual(object);
});

test('fails when a key or a value would be lost', () => {
  const data = {
    '<<': 'a',
    half: 'a\ud83d',
    'bad\udc00': 'b',
    when: new Date(0),
    run: () => 1,
    none: undefined,
    big: 1n,
  };

  expect(() => stringify([configMap(data)])).toThrow(
    dedent`
      ConfigMap web-config: data[<<] has a key that YAML readers take for an instruction to merge: rename the key
      ConfigMap web-config: data.half has half of a character (a lone surrogate): complete or remove it
      ConfigMap web-config: data[bad\udc00] has half of a character in its key: complete or remove it
      ConfigMap web-config: data.when is a Date, which has no YAML: give a string, a finite number, a boolean, a list or a plain object
      ConfigMap web-config: data.run is a function, which has no YAML: give a string, a finite number, a boolean, a list or a plain object
      ConfigMap web-config: data.none is undefined: give a value or leave it out
      ConfigMap web-config: data.big is a bigint, which has no YAML: give a string, a finite number, a boolean, a list or a plain object
    `.trimEnd(),
  );
});

test.each([
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [Symbol('a'), 'a symbol'],
  [new Map(), 'a Map'],
  [new URL('http://web'), 'a URL'],
])('fails when a value is not plain data: %p', (value, found) => {
  const containers = [{ name: 'web', env: [value] }];

  expect(() =>
    stringify([{ kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { containers } }]),
  ).toThrow(`Pod shop/web: spec.containers[web].env[0] is ${found}, which has no YAML`);
});

test('fails when an object contains itself, however deep inside', () => {
  const data: Record<string, unknown> = {};
  data['list'] = [{ data }];

  expect(() => stringify([configMap(data)])).toThrow('ConfigMap web-config: data.list[0].data contains itself');
});

test('fails when a document is not a map of fields', () => {
  expect(() => stringify([{ a: 1 }, ['b']])).toThrow('object 2 is not a map of fields: pass a Kubernetes object');
});

test('fails when the comment could end and become content', () => {
  for (const comment of ['# a\nkind: Secret', '# a\u0085b', 'kind: Secret']) {
    expect(() => stringify([], comment)).toThrow('is not one line that begins with #');
  }
});
