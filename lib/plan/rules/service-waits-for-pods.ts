import { describeSelector, selectsAll } from '../../manifest/references/label-selector';
import { type SelectorReference, selectors } from '../../manifest/references/selectors';
import { type Resource, resourceId } from '../../manifest/resource';
import type { Change, PlanRule, Whole } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { isNew, isRejected } from './common/change';
import { changeOf, clusterAfter, sameIn } from './common/cluster';
import { selected } from './common/selected';
import { mentioned } from './common/words';

/** Pods that start need time, and a Service changes at once. */
export const serviceWaitsForPods: PlanRule = {
  id: 'service-waits-for-pods',
  what: 'A Service that had pods selects only those of workloads that are new.',
  levels: ['warning'],
  why: 'The Service lets go of the old pods at once, and has no other until the first of the new ones is ready.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  find: attributed((whole) =>
    whole.changes.some(isNewOrMoved) ? whole.after.flatMap((resource) => remarksOn(resource, whole)) : [],
  ),
};

function remarksOn(service: Resource, whole: Whole): readonly Attributed[] {
  const old = sameIn(whole.before, service);
  if (!old) return [];
  return selectors(service).flatMap((reference): readonly Attributed[] => {
    const former = selectors(old).find(({ path }) => path === reference.path);
    if (reference.role !== 'service' || !former || podsOf(old, former, whole.before).length === 0) return [];
    const pods = podsOf(service, reference, clusterAfter(whole));
    const workloads = pods.map((pod) => changeOf(whole, pod));
    const [first] = workloads;
    const areNew = workloads.every((each) => each && isNewOrMoved(each) && each.after && !isRejected(each));
    if (!first || !areNew || pods.some((pod) => sameIn(whole.before, pod))) return [];
    const own = changeOf(whole, service);
    if (own && isRejected(own)) return [];
    const subject = own ? 'selects' : `${mentioned(resourceId(service.object), first.id)} selects`;
    return [
      [
        own ?? first,
        {
          severity: 'warning',
          path: own && reference.path,
          message: `${subject} only pods that are new (${describeSelector(reference.selector)}): nobody answers at its name until one of them is ready`,
          remedy: own
            ? 'add the new workload first, and change the selector once its pods are ready'
            : 'add the new workload first, and remove the old one once the new pods are ready',
          risk: 'downtime',
        },
      ],
    ];
  });
}

function isNewOrMoved(change: Change): boolean {
  return isNew(change) || change.from !== undefined;
}

function podsOf(by: Resource, { selector }: SelectorReference, among: readonly Resource[]): readonly Resource[] {
  return selectsAll(selector) ? [] : selected(among, by, selector);
}
