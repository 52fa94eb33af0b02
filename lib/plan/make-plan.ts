import type { Resource } from '../manifest/resource';
import { assumptionsOf, isUnknown } from './assumptions';
import { changeOf } from './change-of';
import { circumstancesOf } from './circumstances';
import { explainCauses } from './causes';
import type { PlanOptions } from './options';
import { pair, type Pair } from './pair';
import type { Plan, PlanFinding, PlannedChange } from './plan';
import type { Change, PlanRule, Whole } from './rule';
import { PLAN_RULES } from './rules';
import { sameJson } from './update/same-json';

/**
 * What applying a new set of manifests does to a cluster that has what the old one says. Both sets are of one environment.
 *
 * @param environment its name, if it has one
 */
export function makePlan(
  before: readonly Resource[],
  after: readonly Resource[],
  options: PlanOptions,
  environment?: string,
  rules: readonly PlanRule[] = PLAN_RULES,
): Plan {
  const pairs = pair(before, after);
  const differing = pairs.filter((each) => !isSame(each));
  const circumstances = circumstancesOf(before, after, options);
  const changes = differing.map((each) => changeOf(each, options, circumstances)).toSorted(byIdentity);
  const whole: Whole = { before, after, changes: explainCauses(changes), options };
  return {
    environment,
    options,
    assumptions: assumptionsOf(whole),
    changes: whole.changes.map((change) => plannedChange(change, whole, rules)),
    unchanged: pairs.length - differing.length,
  };
}

function isSame({ before, after }: Pair): boolean {
  return before !== undefined && after !== undefined && sameJson(before.object, after.object);
}

function plannedChange(change: Change, whole: Whole, rules: readonly PlanRule[]): PlannedChange {
  const {
    before,
    after,
    storedBefore: _before,
    storedAfter: _after,
    objections: _,
    ignored: __,
    dependsOn: ___,
    ...shown
  } = change;
  const { origin } = (after ?? before)!;
  const findings = rules.flatMap(({ id: rule, why, link, find }) =>
    find(change, whole).map((remark): PlanFinding => ({ rule, why, link, resource: change.id, origin, ...remark })),
  );
  const unknown = isUnknown(change, whole) ? (['unknown'] as const) : [];
  const risks = new Set([...findings.flatMap(({ risk }) => risk ?? []), ...unknown]);
  return { ...shown, findings, risks: [...risks] };
}

function byIdentity({ id: a }: Change, { id: b }: Change): number {
  return (
    compare(a.namespace, b.namespace) || compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.group, b.group)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
