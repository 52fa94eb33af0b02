import type { Rule } from './rule';
import { noDuplicateObject } from './rules/no-duplicate-object';
import { noSecretValues } from './rules/no-secret-values';

/** Every rule of the gate. */
export const RULES: readonly Rule[] = [noDuplicateObject, noSecretValues];
