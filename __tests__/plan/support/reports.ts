/* oxlint-disable jest/no-export -- tests share this file */
import { makePlan } from '../../../lib/plan/make-plan';
import type { Plan, PlanFinding, PlannedChange } from '../../../lib/plan/plan';
import type { ReportOptions } from '../../../lib/plan/report/options';
import { markdownReport } from '../../../lib/plan/report/markdown';
import { textReport } from '../../../lib/plan/report/text';
import { OPTIONS, resourcesOf } from './describe-plan-rule';

/** What a change of manifests does. */
export function planOf(before: string, after: string, environment?: string): Plan {
  return { ...makePlan(resourcesOf(before), resourcesOf(after), OPTIONS, environment), assumptions: [] };
}

/** A plan of changes that are made up. */
export function planWith(changes: readonly PlannedChange[], environment?: string): Plan {
  return { environment, options: OPTIONS, assumptions: [], changes, unchanged: 0 };
}

/** An update of a ConfigMap; all of it may be said. */
export function change(name: string, rest: Partial<PlannedChange> = {}): PlannedChange {
  const id = { group: '', kind: 'ConfigMap', namespace: 'shop', name };
  return { id, action: 'update', reason: `KEY a → ${name}`, risks: [], findings: [], fields: [], ...rest };
}

/** Something that was found of a change. */
export function finding(
  severity: PlanFinding['severity'],
  message: string,
  rest: Partial<PlanFinding> = {},
): PlanFinding {
  return {
    rule: 'a-rule',
    severity,
    message,
    why: 'It matters.',
    remedy: 'mend it',
    resource: { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'web' },
    origin: { file: 'shop.yaml', document: 1 },
    ...rest,
  };
}

/** The report for a terminal, between the head and the feet that all have. */
export function textOf(plans: readonly Plan[], options: Partial<ReportOptions> = {}): string {
  const text = textReport(plans, { before: 'old', after: 'new', colored: false, showNoEffect: false, ...options });
  return text.replace(/^old .+\n\n/m, '');
}

/** The comment on a pull request. */
export function markdownOf(plans: readonly Plan[], options: Partial<ReportOptions> = {}): string {
  return markdownReport(plans, { before: 'old', after: 'new', showNoEffect: false, ...options });
}
