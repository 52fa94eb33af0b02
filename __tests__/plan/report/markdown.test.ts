import { code, plain } from '../../../lib/plan/report/markdown-text';
import { structureProblems } from '../support/markdown-structure';
import { change, finding, markdownOf, planWith } from '../support/reports';

describe('a text stays what it is', () => {
  test.each([
    ['a | b', String.raw`a \| b`],
    [String.raw`a \| b`, String.raw`a \\\| b`],
    ['`a`, *b*, ~c~, _d_', '\\`a\\`, \\*b\\*, \\~c\\~, \\_d\\_'],
    ['snake_case', 'snake_case'],
    ['a\n\nb', 'a b'],
    ['</details><script>alert(1)</script>', '&lt;/details&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<!-- a --> b', '&lt;!-- a --&gt; b'],
    ['&lt;', '&amp;lt;'],
    ['[a](https://b.example)', String.raw`[a\](https:<!-- -->//b.example)`],
    ['[a]: b', String.raw`[a\]: b`],
    ['www.a.example', 'www<!-- -->.a.example'],
    ['@octocat', '@<!-- -->octocat'],
    ['#12, acme/shop#12, GH-12', '#<!-- -->12, acme/shop#<!-- -->12, GH<!-- -->-12'],
    ['!12, %12, &12', '!<!-- -->12, %<!-- -->12, &amp;<!-- -->12'],
    [':tada:', ':<!-- -->tada:'],
    ['$(A) $(B)', '<span>$</span>(A) <span>$</span>(B)'],
    ['\u001B[31m\r\u202E', String.raw`\\u001b[31m \\u202e`],
  ])('%j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test.each([
    ['shop/web', '`shop/web`'],
    ['@octocat #12', '`@octocat #12`'],
    ['<b>', '<code>&lt;b&gt;</code>'],
    ['a`b', '<code>a\\`b</code>'],
    ['a|b', String.raw`<code>a\|b</code>`],
    [String.raw`a\|b`, String.raw`<code>a\\\|b</code>`],
    ['', '<code></code>'],
  ])('as code: %j', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  test('a very long one is cut', () => {
    expect(plain('x'.repeat(2000))).toBe(`${'x'.repeat(599)}…`);
    expect(plain('🎉'.repeat(300), 4)).toBe('🎉…');
  });
});

describe('the comment', () => {
  test('of one environment: what it comes down to, a line for each resource, what to do, what differs', () => {
    const exposed = change('web', {
      risks: ['exposure'],
      reason: 'type ClusterIP → LoadBalancer',
      findings: [
        finding('warning', 'can be reached: type ClusterIP → LoadBalancer', { commands: ['kubectl get svc'] }),
      ],
      fields: [{ path: 'spec.type', before: 'ClusterIP', after: 'LoadBalancer' }],
    });

    expect(markdownOf([{ ...planWith([exposed, change('db')], 'prod'), unchanged: 2 }])).toBe(`<!-- slipway-plan -->

### ⚠️ Plan of prod: 2 resources change in place; 1 warning (EXPOSURE)

| What happens | Resource | Why | Risk |
| --- | --- | --- | --- |
| ⚠️ \`~\` changes in place | ConfigMap \`shop/web\` | type ClusterIP → LoadBalancer<br>**warning:** can be reached | **EXPOSURE** |
| \`~\` changes in place | ConfigMap \`shop/db\` | KEY a → db |  |

<details><summary>What to do (1)</summary>

**ConfigMap shop/web**: can be reached

It matters.

**Fix:** mend it

\`\`\`sh
kubectl get svc
\`\`\`

</details>

<details><summary>What exactly differs (1)</summary>

\`\`\`diff
  ConfigMap shop/web
- spec.type: ClusterIP
+ spec.type: LoadBalancer
\`\`\`

</details>

<sub>old → new; kubectl apply --server-side, Kubernetes 1.33. 2 resources unchanged.
</sub>
`);
  });

  test('of several: how often what happens where, and the same in several of them as one row', () => {
    const refused = change('db', { action: 'replace', findings: [finding('error', 'is immutable')] });
    const plans = [planWith([change('web')], 'dev'), planWith([refused, change('web')], 'prod'), planWith([], 'test')];

    expect(markdownOf(plans)).toBe(`<!-- slipway-plan -->

### 🛑 Plan: 1 resource is rejected, 2 change in place; 1 error

|  | dev | prod | test |
| --- | ---: | ---: | ---: |
| \`✗\` is REJECTED | – | 1 | – |
| \`~\` changes in place | 1 | 1 | – |

> [!CAUTION]
> prod: applying fails for 1 resource; the other change is applied all the same.

| Environment | What happens | Resource | Why |
| --- | --- | --- | --- |
| prod | 🛑 \`✗\` **is REJECTED** | ConfigMap \`shop/db\` | KEY a → db<br>**error:** is immutable |
| dev, prod | \`~\` changes in place | ConfigMap \`shop/web\` | KEY a → web |

<details><summary>What to do (1)</summary>

**ConfigMap shop/db** (prod): is immutable

It matters.

**Fix:** mend it

</details>

<sub>old → new; kubectl apply --server-side, Kubernetes 1.33.
</sub>
`);
  });

  test('commands that differ between environments are told for each', () => {
    const plans = ['dev', 'prod', 'test'].map((name) => {
      const commands = [`kubectl apply -f dist/${name === 'prod' ? 'prod' : 'other'}.yaml`];
      return planWith([change('db', { findings: [finding('error', 'is immutable', { commands })] })], name);
    });

    expect(markdownOf(plans)).toContain(`**Fix:** mend it

In dev, test:

\`\`\`sh
kubectl apply -f dist/other.yaml
\`\`\`

In prod:

\`\`\`sh
kubectl apply -f dist/prod.yaml
\`\`\`
`);
  });

  test('of several resources that change alike has the commands for each', () => {
    const gone = ['api', 'db', 'web'].map((name) =>
      change(name, { findings: [finding('warning', 'stays', { commands: [`kubectl delete configmap/${name}`] })] }),
    );

    expect(markdownOf([planWith(gone)])).toContain(`**ConfigMap shop/api** and 2 more: each: stays

It matters.

**Fix:** mend it

\`\`\`sh
kubectl delete configmap/api
kubectl delete configmap/db
kubectl delete configmap/web
\`\`\`
`);
  });

  test('of many environments has them one below the other, and what fails in the same way together', () => {
    const refused = change('db', { action: 'replace', findings: [finding('error', 'is immutable')] });
    const plans = Array.from({ length: 9 }, (_, index) => planWith([refused], `shop-${index}`));

    expect(markdownOf(plans)).toContain(`|  | \`✗\` is REJECTED |
| --- | ---: |
| shop-0 | 1 |
| shop-1 | 1 |`);
    expect(markdownOf(plans)).toContain(`
> [!CAUTION]
> shop-0, shop-1, shop-2, shop-3, shop-4, shop-5, shop-6, shop-7, shop-8: applying fails for 1 resource.
`);
  });
});

const FENCES = 'x\n```\n</details>\n````\n~~~\n';

test.each([
  ['bars', 'a | b || c'],
  ['bars behind a backslash', String.raw`a \| b \\| c`],
  ['backticks', '`` a ` b ```'],
  ['fences', FENCES],
  ['the end of a fold', '</details></summary>'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['comments', '--> <!-- slipway-plan -->'],
  ['mentions and references', '@octocat #1 !1 %1 &1 GH-1 acme/shop#1'],
  ['links and images', '[a](https://a.example) ![b](https://b.example) https://c.example'],
  ['headings and lists', '# a\n\n- b\n\n> c\n\n---'],
  ['escape sequences', '\u001B[31m\u009B2J\r\u0000\u202E\u2066\uD800'],
])('%s in names, values and messages break nothing', (_title, evil) => {
  const bad = change(evil, {
    reason: evil,
    findings: [finding('error', evil, { why: evil, remedy: evil, commands: [evil] }), finding('note', evil)],
    fields: [
      { path: `data[${evil}]`, before: evil, after: `b${evil}` },
      { path: 'data.TEXT', before: 'a\nb', after: evil },
    ],
  });
  const kind = change('web', { id: { group: evil, kind: evil, namespace: evil, name: evil }, action: 'replace' });

  const text = markdownOf([planWith([bad, kind], evil), planWith([bad], 'dev')], { before: evil, after: evil });

  expect(structureProblems(text)).toEqual([]);
});
