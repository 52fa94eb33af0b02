import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesDocument } from '../.scripts/rules-document';
import { RULES } from '../lib/policy/registry';
import { ROOT } from './support/readme';

const FILE = join(ROOT, 'docs', 'rules.md');

test('docs/rules.md is what the rules say of themselves (npm run docs, or jest -u, writes it)', () => {
  const current = rulesDocument(RULES);
  const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot: string } };
  if (snapshotState?._updateSnapshot === 'all') writeFileSync(FILE, current);

  expect(readFileSync(FILE, 'utf8')).toBe(current);
});

test('every rule is documented once', () => {
  const ids = [...rulesDocument(RULES).matchAll(/^### (.+)$/gm)].map(([, id]) => id);

  expect(ids.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});
