import * as fc from 'fast-check';
import type { PlannedChange } from '../../../lib/plan/plan';
import { jsonReport } from '../../../lib/plan/report/json';
import { structureProblems } from '../support/markdown-structure';
import { change, finding, markdownOf, planWith, textOf } from '../support/reports';

const PIECES = [
  '`',
  '```',
  '|',
  '\\',
  '<',
  '>',
  '\n',
  '\r',
  '\t',
  ' ',
  '$',
  '@a',
  '#1',
  '-->',
  '</details>',
  '\u001B[2J',
  '\u009B',
  '\u202E',
  '\uD800',
  '网',
  '🎉',
  '*',
  '_',
  '[',
  '](',
  '$(A)',
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.constantFrom(...PIECES).chain((piece) => fc.integer({ max: 700, min: 0 }).map((times) => piece.repeat(times))),
);

const value = fc.oneof(text, fc.constant(undefined), fc.jsonValue());

const changes: fc.Arbitrary<PlannedChange> = fc
  .record({
    name: text,
    kind: text,
    namespace: text,
    reason: text,
    action: fc.constantFrom('update', 'replace', 'orphan', 'create', 'no-effect' as const),
    fields: fc.array(fc.record({ path: text, before: value, after: value, order: fc.boolean() }), { maxLength: 5 }),
    findings: fc.array(
      fc.record({
        severity: fc.constantFrom('error', 'warning', 'note' as const),
        message: text,
        remedy: text,
        why: text,
        commands: fc.array(text, { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ name, kind, namespace, findings, ...rest }) =>
    change(name, {
      ...rest,
      id: { group: '', kind, namespace, name },
      findings: findings.map(({ severity, message, ...more }) => finding(severity, message, more)),
    }),
  );

const plans = fc
  .array(fc.record({ environment: text, changes: fc.array(changes, { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.map((plan) => planWith(plan.changes, plan.environment)));

const CONTROL = /(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u;

test('whatever texts are in a plan, its comment is well formed and not too long', () => {
  fc.assert(
    fc.property(plans, text, (all, label) => {
      const markdown = markdownOf(all, { before: label, after: label, showNoEffect: true });

      expect(structureProblems(markdown)).toEqual([]);
      expect(markdown.length).toBeLessThanOrEqual(60_000);
    }),
    { numRuns: 60 },
  );
});

test('and no report has a character in it that a terminal obeys', () => {
  fc.assert(
    fc.property(plans, fc.boolean(), fc.integer({ min: 20, max: 120 }), (all, unicode, width) => {
      const terminal = textOf(all, { unicode, width });

      expect(terminal).not.toMatch(unicode ? CONTROL : /[^ -~\n\t]/);
      expect(jsonReport(all)).not.toMatch(CONTROL);
    }),
    { numRuns: 60 },
  );
});

test('JSON says the same as the plan all the same', () => {
  fc.assert(
    fc.property(plans, (all) => {
      const [first] = all;
      const { resources } = JSON.parse(jsonReport([first!])) as { resources: readonly PlannedChange[] };

      expect(resources.map(({ id }) => id)).toEqual(first!.changes.map(({ id }) => id));
    }),
    { numRuns: 30 },
  );
});
