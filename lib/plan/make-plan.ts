import type { KubernetesObject } from '../manifest/kubernetes-object';
import { type Resource, type ResourceId, resourceId } from '../manifest/resource';
import { assumptionsOf } from './assumptions';
import { changeOf } from './change-of';
import { circumstancesOf } from './circumstances';
import { explainCauses } from './causes';
import { isKnownKind } from './known-kind';
import type { PlanOptions } from './options';
import { pair, type Pair } from './pair';
import type { Plan, PlanFinding, PlannedChange } from './plan';
import type { Change, PlanRule, Whole } from './rule';
import { PLAN_RULES } from './rules';
import { sortedByKey } from './sorted-by-key';
import { sameJson } from './update/same-json';
import { withoutSecrets } from './without-secrets';

/**
 * What applying a new set of manifests does to a cluster that has what the old one says. Both sets are of one environment.
 *
 * @param environment its name, if it has one
 */
export function makePlan(
  old: readonly Resource[],
  current: readonly Resource[],
  options: PlanOptions,
  environment?: string,
  rules: readonly PlanRule[] = PLAN_RULES,
): Plan {
  const [before, after] = alike(inOrder(old), inOrder(current));
  const pairs = pair(before, after);
  const differing = pairs.filter((each) => !isSame(each));
  const circumstances = circumstancesOf(before, after, options);
  const changes = differing
    .map((each) => changeOf(each, options, circumstances))
    .toSorted((a, b) => compareIds(a.id, b.id));
  const whole: Whole = { before, after, changes: explainCauses(changes), options };
  return {
    environment,
    options,
    assumptions: assumptionsOf(whole),
    changes: whole.changes.map((change) => withoutSecrets(plannedChange(change, whole, rules), circumstances.scrub)),
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
  const { object, origin } = (after ?? before)!;
  const findings = rules.flatMap(({ id: rule, why, link, find }) =>
    find(change, whole).map((remark): PlanFinding => ({ rule, why, link, resource: change.id, origin, ...remark })),
  );
  const unknown = isKnownKind(object, whole) ? [] : (['unknown'] as const);
  const risks = new Set([...findings.flatMap(({ risk }) => risk ?? []), ...unknown]);
  return { ...shown, findings, risks: [...risks] };
}

/** Both sets, with the keys of what only one of them has in one order: nothing that is told depends on that either. */
function alike(old: readonly Resource[], current: readonly Resource[]): readonly [Resources, Resources] {
  const shared = new Set(old.map(({ object }) => object));
  const both = new Set(current.flatMap(({ object }) => (shared.has(object) ? [object] : [])));
  const sorted = (resource: Resource): Resource =>
    both.has(resource.object) ? resource : { ...resource, object: sortedByKey(resource.object) as KubernetesObject };
  return [old.map(sorted), current.map(sorted)];
}

type Resources = readonly Resource[];

/** Objects by identity: what is told of them must not depend on the order of files. */
function inOrder(resources: readonly Resource[]): readonly Resource[] {
  const withIds = resources.map((resource) => ({ resource, id: resourceId(resource.object) }));
  return withIds.toSorted((a, b) => compareIds(a.id, b.id)).map(({ resource }) => resource);
}

function compareIds(a: ResourceId, b: ResourceId): number {
  return (
    compare(a.namespace, b.namespace) || compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.group, b.group)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
