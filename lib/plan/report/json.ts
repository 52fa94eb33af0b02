import { printableJson } from '../../manifest/printable';
import type { Plan, PlannedChange } from '../plan';
import { countActions } from './count';

/**
 * Plans as `slipway.plan/v1`, for programs:
 * `{ version, assumptions, summary: { <action>: number, unchanged, environments? }, resources: [{ environment?, id, from?,
 * action, rollout?, byMode?, reason, risks, findings, fields: [{ path, before?, after?, order? }] }] }`.
 * The resources of all environments are in one list.
 */
export function jsonReport(plans: readonly Plan[]): string {
  const named = plans.filter(({ environment }) => environment !== undefined);
  const environments = Object.fromEntries(named.map((plan) => [plan.environment, summaryOf([plan])]));
  const report = {
    version: 'slipway.plan/v1',
    assumptions: [...new Set(plans.flatMap(({ assumptions }) => assumptions))],
    summary: { ...summaryOf(plans), ...(named.length > 0 && { environments }) },
    resources: plans.flatMap(({ environment, changes }) =>
      changes.map((change): PlannedChange & { readonly environment?: string } => ({ environment, ...change })),
    ),
  };
  return `${printableJson(JSON.stringify(report, undefined, 2))}\n`;
}

function summaryOf(plans: readonly Plan[]): Readonly<Record<string, number>> {
  const unchanged = plans.reduce((sum, plan) => sum + plan.unchanged, 0);
  return { ...countActions(plans.flatMap(({ changes }) => changes)), unchanged };
}
