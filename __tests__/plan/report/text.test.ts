import { deployment, object } from '../support/manifests';
import { change, finding, planOf, planWith, textOf } from '../support/reports';

const config = (data: string, name = 'web') => object('v1', 'ConfigMap', name, `data: { ${data} }`);

/** What a change of a ConfigMap's data is in a terminal. */
const changed = (before: string, after: string, options = {}) =>
  textOf([planOf(config(before), config(after))], options)
    .split('\n')
    .slice(1)
    .join('\n');

/** A Deployment with a long name. */
const gateway = (image: string, memory: string) =>
  deployment(
    `image: 'registry.example.com/observability/${image}', resources: { limits: { memory: ${memory} } }`,
    'replicas: 1, strategy: { type: Recreate }',
    '',
    'opentelemetry-collector-gateway',
  );

describe('lines end before the terminal does, and words stay whole', () => {
  const plan = planOf(gateway('otel:1', '256Mi'), gateway('otel:2', '512Mi'), 'prod');

  test('80 columns', () => {
    expect(textOf([plan], { width: 80 })).toBe(`prod: 1 resource restarts; 1 warning (DOWNTIME)
↻   Deployment shop/opentelemetry-collector-gateway restarts all at once,
    DOWNTIME: image of opentelemetry-collector-gateway 1 → 2,
    containers[opentelemetry-collector-gateway].resources.limits.memory 256Mi →
    512Mi
    warning: the only pod stops before a new one starts (Recreate)
      fix: use the strategy RollingUpdate if two versions may run side by side;
      else choose a quiet time
`);
  });

  test('60 columns', () => {
    expect(textOf([plan], { width: 60 })).toBe(`prod: 1 resource restarts; 1 warning (DOWNTIME)
↻   Deployment shop/opentelemetry-collector-gateway restarts
    all at once, DOWNTIME: image of
    opentelemetry-collector-gateway 1 → 2,
    containers[opentelemetry-collector-gateway].resources.limits.memory
    256Mi → 512Mi
    warning: the only pod stops before a new one starts
    (Recreate)
      fix: use the strategy RollingUpdate if two versions
      may run side by side; else choose a quiet time
`);
  });

  test('40 columns', () => {
    expect(textOf([plan], { width: 40 })).toBe(`prod: 1 resource restarts; 1 warning
(DOWNTIME)
old → new; kubectl apply --server-side,
Kubernetes 1.33

↻   Deployment
    shop/opentelemetry-collector-gateway
    restarts all at once, DOWNTIME:
    image of
    opentelemetry-collector-gateway 1 →
    2,
    containers[opentelemetry-collector-gateway].resources.limits.memory
    256Mi → 512Mi
    warning: the only pod stops before a
    new one starts (Recreate)
      fix: use the strategy
      RollingUpdate if two versions may
      run side by side; else choose a
      quiet time
`);
  });

  test('a Chinese character and an emoji take two columns', () => {
    const [before, after] = ['GREETING: "你好 世界 你好 世界"', 'GREETING: "再见 世界 🎉🎉🎉 再见"'];
    expect(changed(before, after, { width: 40 })).toBe(`old → new; kubectl apply --server-side,
Kubernetes 1.33

~   ConfigMap shop/web changes in place:
    GREETING 你好 世界 你好 世界 → 再见
    世界 🎉🎉🎉 再见
`);
  });
});

describe('what is in a value', () => {
  test('of long values, what differs is shown, and not how both begin', () => {
    const long = 'x'.repeat(300);
    expect(changed(`A: "${long}1${long}"`, `A: "${long}2${long}"`, { width: 80 }))
      .toBe(`~   ConfigMap shop/web changes in place: A changed
    - data.A: …xxxxxxxxxxxxxxxxxxxx1xxxxxxxxxxxxxxxxxxx…
    + data.A: …xxxxxxxxxxxxxxxxxxxx2xxxxxxxxxxxxxxxxxxx…
`);
  });

  test('of a text, the lines that differ, with tabs as they are', () => {
    expect(changed(String.raw`A: "server {\n\tlisten 80;\n}\n"`, String.raw`A: "server {\n\tlisten 8080;\n}\n"`))
      .toBe(`~   ConfigMap shop/web changes in place: A (1 of 3 lines)
    ~ data.A:
        server {
    -   	listen 80;
    +   	listen 8080;
        }
`);
  });

  test('also that only the last line break differs', () => {
    expect(changed(String.raw`A: "a\nb"`, String.raw`A: "a\nb\n"`))
      .toBe(`~   ConfigMap shop/web changes in place: A (1 of 2 lines)
    ~ data.A:
        a
    -   b
        (no line break at the end)
    +   b
`);
  });

  test('a long line of a text is cut where the terminal ends', () => {
    const line = '你好'.repeat(20);
    expect(changed(String.raw`A: "a\nb\n"`, String.raw`A: "a\n${line}\n"`, { width: 40 }))
      .toBe(`old → new; kubectl apply --server-side,
Kubernetes 1.33

~   ConfigMap shop/web changes in place:
    A (1 of 2 lines)
    ~ data.A:
        a
    -   b
    +   你好你好你好你好你好你好你好你…
`);
  });

  test('nothing in it reaches the terminal: escape sequences, carriage returns, changes of direction', () => {
    const evil = String.raw`A: "\e[31mred\r\u202e\u200b\u009b2J", B: "a\n\e[2J\u2066\n"`;
    expect(changed(evil, String.raw`A: "x", B: "a\n"`))
      .toBe(String.raw`~   ConfigMap shop/web changes in place: A \u001b[31mred\r\u202e\u200b\u009b2J → x, B (1 of 1 line)
    - data.A: \u001b[31mred\r\u202e\u200b\u009b2J
    + data.A: x
    ~ data.B:
        a
    -   \u001b[2J\u2066
`);
  });
});

describe('a terminal that has only ASCII', () => {
  test('gets signs of its own, and other characters by their numbers', () => {
    const plan = planOf(config('GREETING: "Grüß Gott …", B: b'), config('GREETING: "你好 🎉", B: b'));

    expect(textOf([plan], { unicode: false })).toBe(String.raw`1 resource changes in place
~   ConfigMap shop/web changes in place: GREETING Gr\u00fc\u00df Gott ... -> \u4f60\u597d \u{1f389}
`);
  });

  test('and no longer lines for it', () => {
    expect(changed('A: "→ → → → → → → →"', 'A: "… … … … … … …"', { unicode: false, width: 40 }))
      .toBe(`old -> new; kubectl apply --server-side,
Kubernetes 1.33

~   ConfigMap shop/web changes in place:
    A -> -> -> -> -> -> -> -> -> ... ...
    ... ... ... ... ...
`);
  });
});

describe('colors', () => {
  const plan = planWith([
    change('web', { action: 'replace', findings: [finding('error', 'is immutable')] }),
    change('db', { risks: ['downtime'], findings: [finding('warning', 'error: waits')] }),
    change('cache'),
  ]);

  test('mark what is grave, and say nothing that words do not say', () => {
    const colored = textOf([plan], { colored: true });

    expect(colored.replaceAll('\u001B', '^'))
      .toBe(`^[1m1 resource is rejected, 2 change in place; 1 error, 1 warning (DOWNTIME)^[0m
^[2mold → new; kubectl apply --server-side, Kubernetes 1.33^[0m
^[31mapplying fails for 1 resource; the other 2 changes are applied all the same^[0m

^[31m✗   ConfigMap shop/web is REJECTED: KEY a → web^[0m
    ^[31merror^[0m: is immutable
      fix: mend it

^[33m~   ConfigMap shop/db changes in place, DOWNTIME: KEY a → db^[0m
    ^[33mwarning^[0m: error: waits
      fix: mend it

~   ConfigMap shop/cache changes in place: KEY a → cache
`);
    expect(colored.replaceAll('\u001B', '').replaceAll(/\[\d+m/g, '')).toBe(textOf([plan]));
  });
});

describe('several resources and environments', () => {
  test('what is the same of three is told once, and that it is so for each', () => {
    const same = ['web', 'api', 'db'].map((name) => change(name, { findings: [finding('warning', 'is not read')] }));

    expect(textOf([planWith(same, 'prod')])).toBe(`prod: 3 resources change in place; 3 warnings
~   3 ConfigMaps change in place: KEY a → <name>
    shop/web, shop/api, shop/db
    warning: each: is not read
      fix: mend it
`);
  });

  test('what all environments come down to is first, and what is the same for them is told once', () => {
    const refused = change('db', { action: 'replace', findings: [finding('error', 'is immutable')] });

    expect(textOf([planWith([change('web')], 'dev'), planWith([refused, change('web')], 'prod')]))
      .toBe(`all environments: 1 resource is rejected, 2 change in place; 1 error
dev: 1 resource changes in place

~   ConfigMap shop/web changes in place: KEY a → web

prod: 1 resource is rejected, 1 changes in place; 1 error
applying fails for 1 resource; the other change is applied all the same

✗   ConfigMap shop/db is REJECTED: KEY a → db
    error: is immutable
      fix: mend it

~   ConfigMap shop/web changes in place: KEY a → web
`);
  });

  test('a message does not repeat the reason', () => {
    const [type] = [change('web', { reason: 'type A → B' })];
    const exposed = { ...type!, findings: [finding('warning', 'can be reached: type A → B')] };

    expect(textOf([planWith([exposed])])).toBe(`1 resource changes in place; 1 warning
~   ConfigMap shop/web changes in place: type A → B
    warning: can be reached
      fix: mend it
`);
  });

  test('nor is the reason told where a message is the same', () => {
    const invalid = change('web', {
      action: 'invalid',
      reason: 'x: is bad',
      findings: [finding('error', 'x: is bad')],
    });

    expect(textOf([planWith([invalid])])).toBe(`1 resource is invalid; 1 error
old → new; kubectl apply --server-side, Kubernetes 1.33
applying fails for 1 resource

✗   ConfigMap shop/web is INVALID
    error: x: is bad
      fix: mend it
`);
  });

  test('what only the text says in another way is counted, or told on demand', () => {
    const plan = {
      ...planWith([change('web', { action: 'no-effect', reason: 'only the text differs' })]),
      unchanged: 3,
    };

    expect(textOf([plan])).toBe(`nothing changes
1 resource differs in text only (--show no-effect lists them)
3 resources unchanged
`);
    expect(textOf([plan], { showNoEffect: true })).toBe(`nothing changes
=   ConfigMap shop/web stays the same: only the text differs

3 resources unchanged
`);
  });
});
