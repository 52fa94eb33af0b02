import { fieldAt } from '../../manifest/fields';
import { scaleOf } from '../../manifest/scale';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { isRejected, kindOf, newObject, oldObject } from './common/change';
import { replicasOf } from './common/claims';

const SCALED: ReadonlySet<string> = new Set(['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet']);

/** Numbers that an autoscaler sets are another rule's matter. */
export const scaleFalls: PlanRule = {
  id: 'scale-falls',
  what: 'A workload is left with one pod, or with none.',
  levels: ['warning'],
  why: 'Nobody answers without pods, and a single one can neither move nor fail without an outage.',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment',
  find: (change, whole) => {
    const remark = SCALED.has(kindOf(change)) && !isRejected(change) ? fallOf(change, whole) : undefined;
    return remark ? [{ severity: 'warning', path: 'spec.replicas', risk: 'downtime', ...remark }] : [];
  },
};

function fallOf(change: Change, whole: Whole): Pick<Remark, 'message' | 'remedy'> | undefined {
  const [before, after] = [oldObject(change), newObject(change)];
  if (!before || !after || scaleOf(whole.after, change.after!).autoscaler) return undefined;
  const [old, young] = [replicasOf(before), replicasOf(after)];
  if (young >= old || young > 1) return undefined;
  const written = fieldAt(change.after!.object, 'spec', 'replicas') !== undefined;
  if (!written && young === 1) {
    return { message: `replicas is removed: ${old} → 1, the default`, remedy: `write replicas: ${old}` };
  }
  return young === 0
    ? { message: `replicas ${old} → 0: nothing runs any more`, remedy: 'keep one replica if anybody needs it' }
    : { message: `replicas ${old} → 1: no pod is left to take over`, remedy: 'keep two replicas' };
}
