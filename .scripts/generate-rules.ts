import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../lib/policy/registry';
import { rulesDocument } from './rules-document';

/** Writes `docs/rules.md`: `npm run docs`. */
writeFileSync(join(__dirname, '..', 'docs', 'rules.md'), rulesDocument(RULES));
