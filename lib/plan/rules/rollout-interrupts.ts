import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { namespaceOf } from '../../manifest/references/reference';
import type { DescribedPod } from '../../manifest/pods';
import { scaleOf } from '../../manifest/scale';
import { counted } from '../counted';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { kindOf, newObject, newPod } from './common/change';
import { isSingle, replicasOf } from './common/claims';
import { isRollout, type Pace, rollingDeployment } from './common/rollout';

/** A rollout that leaves nobody to answer for a while. */
export const rolloutInterrupts: PlanRule = {
  id: 'rollout-interrupts',
  what: 'All pods of a workload are down at the same time while it rolls out.',
  levels: ['warning'],
  why: 'From the end of the last old pod until the first new one is ready nobody answers.',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  find: (change, whole) => {
    const remark = kindOf(change) === 'apps/StatefulSet' ? ofStatefulSet(change, whole) : ofDeployment(change, whole);
    return remark ? [{ severity: 'warning', risk: 'downtime', ...remark }] : [];
  },
};

type Interruption = Pick<Remark, 'message' | 'remedy' | 'path'>;

function ofDeployment(change: Change, whole: Whole): Interruption | undefined {
  const pace = rollingDeployment(change, whole);
  if (!pace) return undefined;
  const pods = podsOf(change, pace, whole);
  if (fieldAt(newObject(change), 'spec', 'strategy', 'type') === 'Recreate') {
    return {
      path: 'spec.strategy.type',
      message: `${pods} before a new one starts (Recreate)`,
      remedy: 'use the strategy RollingUpdate if two versions may run side by side; else choose a quiet time',
    };
  }
  const claim = singleClaim(newPod(change)!, whole);
  if (claim !== undefined && pace.surge > 0) {
    return {
      path: 'spec.strategy',
      message: `the new pod waits for the claim ${claim}, which the old one holds, if it is put on another node`,
      remedy: 'use the strategy Recreate, or a StatefulSet; ReadWriteMany if the storage can do it',
    };
  }
  if (pace.unavailable < pace.replicas || pace.surge >= pace.replicas) return undefined;
  return {
    path: 'spec.strategy.rollingUpdate.maxUnavailable',
    message: `${pods} before a new one is ready: maxUnavailable is ${pace.unavailable}`,
    remedy: 'use maxUnavailable 0 and maxSurge 1, or more replicas',
  };
}

function podsOf(change: Change, { replicas }: Pace, whole: Whole): string {
  const scaled = change.after && scaleOf(whole.after, change.after).autoscaler;
  if (scaled) return 'all pods stop';
  return replicas === 1 ? 'the only pod stops' : `all ${counted(replicas, 'pod')} stop`;
}

function ofStatefulSet(change: Change, whole: Whole): Interruption | undefined {
  const scaled = change.after && scaleOf(whole.after, change.after);
  const least = scaled?.autoscaler ? scaled.least : replicasOf(newObject(change));
  if (!isRollout(change) || least !== 1) return undefined;
  return {
    path: 'spec.replicas',
    message: `the only pod, ${change.id.name}-0, stops before a new one starts`,
    remedy: 'choose a quiet time, or have more replicas, if the program can do with them',
  };
}

/** A claim of the manifests that only one node may mount. */
function singleClaim({ spec, resource }: DescribedPod, { after }: Whole): string | undefined {
  const names = mapsAt(spec, 'volumes').flatMap((volume) => textAt(volume, 'persistentVolumeClaim', 'claimName') ?? []);
  return names.find((name) =>
    after.some(
      (each) =>
        each.object.kind === 'PersistentVolumeClaim' &&
        each.object.metadata.name === name &&
        namespaceOf(each) === namespaceOf(resource) &&
        isSingle(each.object),
    ),
  );
}
