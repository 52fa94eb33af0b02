import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAN_RULES } from '../lib/plan/rules';
import { RULES } from '../lib/policy/registry';
import { planRulesDocument } from './plan-rules-document';
import { rulesDocument } from './rules-document';

/** Writes `docs/rules.md` and `docs/plan-rules.md`: `npm run docs`. */
const DOCS = join(__dirname, '..', 'docs');
writeFileSync(join(DOCS, 'rules.md'), rulesDocument(RULES));
writeFileSync(join(DOCS, 'plan-rules.md'), planRulesDocument(PLAN_RULES));
