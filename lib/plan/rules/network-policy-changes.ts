import { fieldAt } from '../../manifest/fields';
import { oncePer } from '../../manifest/once-per';
import type { DescribedPod } from '../../manifest/pods';
import { labelSelector } from '../../manifest/references/label-selector';
import { namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { type Resource, resourceId } from '../../manifest/resource';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { changeOf, clusterAfter, sameIn } from './common/cluster';
import { type Direction, isCovered, limits, type TrafficRule, trafficRules } from './common/traffic';
import { closedRemark, openRemark, widerRemark } from './common/traffic-remarks';
import { groupBy } from '../../manifest/group-by';
import { counted } from '../counted';
import { mentioned } from './common/words';

/** Adds up all policies of a pod before and afterwards, so that a rule that moves between policies is not news. */
export const networkPolicyChanges: PlanRule = {
  id: 'network-policy-changes',
  what: 'Pods of the manifests may be reached by more than before, may reach more, or are cut off.',
  levels: ['error', 'warning', 'note'],
  why: 'Policies add up: a pod that none selects is open, and one that any selects is closed but for what some policy allows.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  find: attributed((whole) => {
    const found = whole.changes.some(concernsTraffic) ? ResourceIndex.of(clusterAfter(whole)).pods : [];
    const effects = found.flatMap((pod) => DIRECTIONS.flatMap((direction) => effectsOn(pod, direction, whole)));
    return grouped(effects);
  }),
};

const DIRECTIONS = ['Ingress', 'Egress'] as const;

/** Policies, and labels of pods. */
function concernsTraffic({ id, fields, before, after }: Change): boolean {
  if (id.kind === 'NetworkPolicy' && id.group === 'networking.k8s.io') return true;
  return (
    before !== undefined && after !== undefined && fields.some(({ path }) => path.includes('template.metadata.labels'))
  );
}

interface State {
  readonly policies: readonly Resource[];
  readonly rules: readonly TrafficRule[];
}

interface Effect {
  readonly change: Change;
  readonly pod: DescribedPod;
  readonly remark: Remark;
}

function effectsOn(pod: DescribedPod, direction: Direction, whole: Whole): readonly Effect[] {
  const old = sameIn(whole.before, pod.resource);
  if (!old || fieldAt(pod.spec, 'hostNetwork') === true) return [];
  const [before, after] = [
    stateOf(old, direction, whole.before),
    stateOf(pod.resource, direction, clusterAfter(whole)),
  ];
  const caused = (policies: readonly Resource[], remark: Remark): readonly Effect[] => {
    const change = [...policies, pod.resource].map((each) => changeOf(whole, each)).find((each) => each !== undefined);
    return change ? [{ change, pod, remark }] : [];
  };
  if (before.policies.length > 0 && after.policies.length === 0)
    return caused(
      before.policies.filter((each) => changeOf(whole, each)),
      openRemark(direction),
    );
  if (after.policies.length === 0) return [];
  if (after.rules.length === 0 && (before.policies.length === 0 || before.rules.length > 0))
    return caused(
      [...after.policies, ...before.policies].filter((each) => changeOf(whole, each)),
      closedRemark(direction),
    );
  if (before.policies.length === 0) return [];
  const wider = after.rules.flatMap((rule) => newPart(rule, before.rules));
  return wider.flatMap((rule) => caused([rule.policy], widerRemark(rule, direction)));
}

/** A rule without the peers that were allowed before. */
function newPart(rule: TrafficRule, before: readonly TrafficRule[]): readonly TrafficRule[] {
  const isOld = (part: TrafficRule) => before.some((each) => isCovered(part, each));
  if (isOld(rule)) return [];
  const peers = rule.peers.filter((peer) => !isOld({ ...rule, peers: [peer] }));
  return rule.peers.length > 0 && peers.length === 0 ? [] : [{ ...rule, peers }];
}

function stateOf(resource: Resource, direction: Direction, resources: readonly Resource[]): State {
  const policies = (policiesOf(resources).get(resource) ?? []).filter((policy) => limits(policy, direction));
  return { policies, rules: policies.flatMap((policy) => trafficRules(policy, direction)) };
}

const policiesOf = oncePer((resources: readonly Resource[]): ReadonlyMap<Resource, readonly Resource[]> => {
  const index = ResourceIndex.of(resources);
  const policies = new Map<Resource, Resource[]>();
  for (const policy of index.ofKind('NetworkPolicy')) {
    const selector = labelSelector(fieldAt(policy.object, 'spec', 'podSelector') ?? {})!;
    for (const { resource } of index.selectPods(namespaceOf(policy), selector)) {
      policies.set(resource, [...(policies.get(resource) ?? []), policy]);
    }
  }
  return policies;
});

/** One remark for all pods that a change has the same effect on. */
function grouped(effects: readonly Effect[]): readonly Attributed[] {
  return [...groupBy(effects, ({ change }) => change)].flatMap(([change, all]) =>
    [...groupBy(all, ({ remark }) => remark.message).values()].map((same): Attributed => {
      const names = same.map(({ pod }) => mentioned(resourceId(pod.resource.object), change.id));
      const pods = names.length > 3 ? counted(names.length, 'workload') : names.join(', ');
      return [change, { ...same[0]!.remark, message: `${same[0]!.remark.message} ${pods}` }];
    }),
  );
}
