import { describeSelector, selectsAll } from '../../manifest/references/label-selector';
import { type SelectorReference, selectors } from '../../manifest/references/selectors';
import { oncePer } from '../../manifest/once-per';
import { type Resource, resourceId } from '../../manifest/resource';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { changeOf, clusterAfter, sameIn, staysBehind } from './common/cluster';
import { isRejected, isRemoved } from './common/change';
import { selected } from './common/selected';
import { mentioned } from './common/words';

/** What selects pods of its own namespace, and what happens without any. */
const CONSEQUENCES: Readonly<
  Record<string, Pick<Remark, 'risk'> & { readonly text: string; readonly grave?: boolean }>
> = {
  service: { text: 'nobody answers at its name', risk: 'downtime', grave: true },
  budget: { text: 'it protects nothing' },
  policy: { text: 'it limits nothing', risk: 'exposure' },
};

/** Says only what this change brings about; an object that never selected anything in the manifests is not looked at. */
export const selectsNothing: PlanRule = {
  id: 'selects-nothing',
  what: 'A Service, a PodDisruptionBudget or a NetworkPolicy no longer selects any pod of the manifests.',
  levels: ['error', 'warning'],
  why: 'Labels and selectors are plain texts: nothing tells when they part, and the API server accepts it.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  find: attributed((whole) =>
    whole.after.flatMap((resource) => [...remarksOn(resource, whole), ...remarksOnRejected(resource, whole)]),
  ),
};

/** What selects pods whose workload is refused: it changes without them. */
function remarksOnRejected(service: Resource, whole: Whole): readonly Attributed[] {
  const change = changeOf(whole, service);
  if (!change?.before || isRejected(change) || !whole.changes.some(isRejected)) return [];
  return selectors(service).flatMap(({ role, selector, path }): readonly Attributed[] => {
    const wanted = role === 'service' && !selectsAll(selector) ? selected(whole.after, service, selector) : [];
    const refused = wanted.map((pod) => changeOf(whole, pod)).find((each) => each && isRejected(each));
    const former = selectors(change.before!).find((each) => each.path === path)?.selector;
    if (!refused || !former || selected(clusterInFact(whole), service, selector).length > 0) return [];
    if (selected(whole.before, service, former).length === 0) return [];
    const words = `selects no pod (${describeSelector(selector)}) as long as ${mentioned(refused.id, change.id)} is rejected`;
    const remedy = 'change it once the workload is there, so that it goes on selecting the old pods until then';
    return [
      [change, { severity: 'error', path, message: `${words}: nobody answers at its name`, remedy, risk: 'downtime' }],
    ];
  });
}

/** What the cluster has where a change is refused: the old object, or none. */
const clusterInFact = oncePer((whole: Whole): readonly Resource[] =>
  clusterAfter(whole).flatMap((resource) => {
    const change = changeOf(whole, resource);
    return change?.after === resource && isRejected(change) ? (change.before ?? []) : [resource];
  }),
);

function remarksOn(resource: Resource, whole: Whole): readonly Attributed[] {
  return selectors(resource).flatMap((reference): readonly Attributed[] => {
    const { role, selector, path } = reference;
    if (!CONSEQUENCES[role] || selectsAll(selector) || selected(whole.after, resource, selector).length > 0) return [];
    const old = sameIn(whole.before, resource);
    const former = old && selectors(old).find((each) => each.path === path)?.selector;
    const pods = old && former ? selected(whole.before, old, former) : [];
    const change = causeOf(resource, pods, whole);
    if (!change || (old && pods.length === 0)) return [];
    const stays = selected(whole.before, resource, selector).some((pod) => isLeft(pod, whole));
    return [[change, remarkOn(resource, change, reference, stays)]];
  });
}

function remarkOn(by: Resource, change: Change, { role, selector }: SelectorReference, stays: boolean): Remark {
  const { text, risk, grave } = CONSEQUENCES[role]!;
  const id = resourceId(by.object);
  const own = id.kind === change.id.kind && id.name === change.id.name;
  const subject = own ? 'selects' : `${mentioned(id, change.id)} selects`;
  const words = `${subject} no pod of the manifests${change.before ? ' any more' : ''} (${describeSelector(selector)})`;
  return {
    severity: grave && !stays && change.before ? 'error' : 'warning',
    path: own ? 'spec.selector' : undefined,
    message: stays ? `${words}; it works only as long as the old pods stay` : `${words}: ${text}`,
    remedy: stays
      ? 'have it select other pods, or put the old ones back; delete those by hand only once nothing selects them'
      : "correct the selector, or the labels of the pods' template, in the same change",
    risk,
  };
}

/** The selecting object itself, if it changes, else the first of the workloads that it has lost. */
function causeOf(resource: Resource, pods: readonly Resource[], whole: Whole): Change | undefined {
  return [resource, ...pods].map((each) => changeOf(whole, each)).find((change) => change !== undefined);
}

function isLeft(pod: Resource, whole: Whole): boolean {
  const change = changeOf(whole, pod);
  return change !== undefined && (isRemoved(change) || change.from !== undefined) && staysBehind(change, whole);
}
