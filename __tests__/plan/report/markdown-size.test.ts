import type { PlannedChange } from '../../../lib/plan/plan';
import { structureProblems } from '../support/markdown-structure';
import { change, finding, markdownOf, planWith } from '../support/reports';

/** So many resources, each with so much to say that no two are alike. */
function many(count: number, severity: 'error' | 'warning' | undefined, name: string): readonly PlannedChange[] {
  return Array.from({ length: count }, (_, index) => {
    const reason = `${name}-${index}: ${'because '.repeat(25)}${index * 7}`;
    const findings = severity ? [finding(severity, `${index}: is wrong`)] : [];
    return change(`${name}-${index}`, { reason, findings, fields: [{ path: `data.${name}`, after: index }] });
  });
}

/** What is said of the resources that are not there. */
const told = (markdown: string) => /^\*\*… and (.+)$/m.exec(markdown)?.[1];

function expectComment(markdown: string): void {
  expect(structureProblems(markdown)).toEqual([]);
  expect(markdown.length).toBeLessThanOrEqual(60_000);
  expect(markdown.startsWith('<!-- slipway-plan -->\n\n### ')).toBe(true);
  expect(markdown.endsWith('</sub>\n')).toBe(true);
}

test('what is grave stays, and what is cut is counted, with how to see it', () => {
  const text = markdownOf([planWith([...many(500, undefined, 'quiet'), ...many(50, 'error', 'bad')], 'prod')]);

  expectComment(text);
  expect([...text.matchAll(/^\| 🛑/gm)]).toHaveLength(50);
  expect(told(text)).toMatch(
    /^\d{3} more resources, for which a comment has no room:\*\* `slipway plan` shows them\.$/,
  );
  expect(text).toMatch(/What to do \(50\).*\n\n… and 50 more, for which a comment has no room/);
});

test('where not even that has room, each environment has its share', () => {
  const text = markdownOf([
    planWith(many(400, 'error', 'one'), 'dev'),
    planWith(many(20, 'error', 'two'), 'prod'),
    planWith(many(20, 'warning', 'three'), 'test'),
  ]);

  expectComment(text);
  expect([...text.matchAll(/^\| prod \|/gm)]).toHaveLength(20);
  expect([...text.matchAll(/^\| dev \|/gm)].length).toBeGreaterThan(100);
  expect(told(text)).toMatch(/^\d+ more resources \(\d+ with an error, 20 with a warning\), for which/);
  expect(text).toContain('| `~` changes in place | 400 | 20 | 20 |');
});

test('one difference that is too long does not take the room of the others', () => {
  const texts = ['a', 'b', 'c'].map((name) => {
    const fields = name === 'b' ? 5000 : 1;
    const long = Array.from({ length: fields }, (_, index) => ({ path: `data.${index}`, after: 'x'.repeat(2000) }));
    return change(name, { reason: `it is ${name}`, fields: long });
  });
  const text = markdownOf([planWith(texts)]);

  expectComment(text);
  expect(text).toContain('  ConfigMap shop/a\n');
  expect(text).toContain('  … and 4950 more fields\n');
  expect(text).toContain('  ConfigMap shop/c\n');
});

test('the limit is in characters; in bytes it is what GitHub stores at most', () => {
  const reason = '变'.repeat(300);
  const text = markdownOf([
    planWith(Array.from({ length: 300 }, (_, index) => change(`web-${index}`, { reason: `${reason}${index * 7}` }))),
  ]);

  expectComment(text);
  expect(text.length).toBeGreaterThan(55_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4 * 65_536);
});

test('of very many environments, as many are listed as there is room for', () => {
  const plans = Array.from({ length: 2000 }, (_, index) => planWith(many(1, 'error', `web-${index}`), `shop-${index}`));
  const text = markdownOf(plans);

  expectComment(text);
  expect(text).toMatch(/^… and \d+ more environments$/m);
});

test('a comment that has room for all says nothing of it', () => {
  const text = markdownOf([planWith(many(20, 'error', 'web'))]);

  expectComment(text);
  expect(text).not.toContain('no room');
});
