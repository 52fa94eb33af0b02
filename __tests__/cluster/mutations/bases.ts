import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Submission } from '../support/submit';

/** The valid objects of `bases.yaml`. */
export const BASES: readonly Submission[] = parseAllDocuments(readFileSync(join(__dirname, 'bases.yaml'), 'utf8')).map(
  (document) => document.toJS() as Submission,
);
