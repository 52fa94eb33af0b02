import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planRulesDocument } from '../.scripts/plan-rules-document';
import { rulesDocument } from '../.scripts/rules-document';
import { PLAN_RULES } from '../lib/plan/rules';
import { RULES } from '../lib/policy/registry';
import { ROOT } from './support/readme';

/** Each document, made afresh, with the rules that it has to tell of. */
const DOCUMENTS = [
  ['docs/rules.md', rulesDocument(RULES), RULES.map(({ id }) => id)],
  ['docs/plan-rules.md', planRulesDocument(PLAN_RULES), PLAN_RULES.map(({ id }) => id)],
] as const;

test.each(DOCUMENTS)(
  '%s is what the rules say of themselves (npm run docs, or jest -u, writes it)',
  (path, current) => {
    const file = join(ROOT, path);
    const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot: string } };
    if (snapshotState?._updateSnapshot === 'all') writeFileSync(file, current);

    expect(readFileSync(file, 'utf8')).toBe(current);
  },
);

test.each(DOCUMENTS)('%s tells of every rule once', (_path, current, rules) => {
  const ids = [...current.matchAll(/^###? ([a-z-]+)$/gm)].map(([, id]) => id);

  expect(ids.toSorted()).toEqual(rules.toSorted());
});

test.each(DOCUMENTS)('the README leads to %s', (path) => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`](${path})`);
});
