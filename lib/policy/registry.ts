import { ACKNOWLEDGEMENTS } from './groups/acknowledgements';
import { CONNECTIONS } from './groups/connections';
import { GOVERNANCE } from './groups/governance';
import { STRUCTURE } from './groups/structure';
import { WORKLOADS } from './groups/workloads';
import type { Rule } from './rule';

/** Every rule of the gate. */
export const RULES: readonly Rule[] = [...STRUCTURE, ...CONNECTIONS, ...WORKLOADS, ...GOVERNANCE, ...ACKNOWLEDGEMENTS];
