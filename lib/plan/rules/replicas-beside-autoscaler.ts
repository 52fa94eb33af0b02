import { fieldAt } from '../../manifest/fields';
import { type Resource, resourceId } from '../../manifest/resource';
import { scaleOf } from '../../manifest/scale';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { isRemoved, kindOf, oldObject } from './common/change';
import { replicasOf } from './common/claims';
import { attributed, type Attributed } from './common/attributed';
import { changeOf, sameIn } from './common/cluster';
import { objectWords } from './common/commands';
import { mentioned } from './common/words';

const SCALED: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet']);

/** Looks at both sides: the workload may change, or its autoscaler may come. */
export const replicasBesideAutoscaler: PlanRule = {
  id: 'replicas-beside-autoscaler',
  what: 'A workload with an autoscaler has a number of replicas in its manifest, or loses it.',
  levels: ['error', 'warning', 'note'],
  why: 'Manifest and autoscaler own the same field: apply sets the number back under whatever load there is, or refuses.',
  link: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  find: attributed((whole) =>
    whole.after.some(isAutoscaler) ? whole.after.flatMap((workload) => remarksOn(workload, whole)) : [],
  ),
};

function isAutoscaler({ object: { kind } }: Resource): boolean {
  return kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject';
}

function remarksOn(workload: Resource, whole: Whole): readonly Attributed[] {
  if (!SCALED.has(workload.object.kind)) return [];
  const { autoscaler } = scaleOf(whole.after, workload);
  const change = changeOf(whole, workload) ?? (autoscaler && changeOf(whole, autoscaler));
  if (!autoscaler || !change || isRemoved(change)) return [];
  const before = sameIn(whole.before, workload);
  const [old, young] = [before, workload].map((each) => fieldAt(each?.object, 'spec', 'replicas'));
  const scaler = mentioned(resourceId(autoscaler.object), resourceId(workload.object));
  if (young !== undefined) {
    const known = old === young && before !== undefined && scaleOf(whole.before, before).autoscaler !== undefined;
    return [[change, besideRemark(workload, change, Number(young), scaler, known, whole)]];
  }
  return old === undefined ? [] : [[change, handoverRemark(change, Number(old), scaler, whole)]];
}

const EFFECTS = {
  client: (replicas: number) => `each apply sets it back to ${replicas}`,
  server: () => 'apply conflicts with the autoscaler once that has scaled',
  either: (replicas: number) => `client-side apply sets it back to ${replicas}, server-side apply conflicts`,
};

function besideRemark(
  workload: Resource,
  change: Change,
  replicas: number,
  scaler: string,
  known: boolean,
  { options }: Whole,
): Remark {
  const own = kindOf(change).endsWith(`/${workload.object.kind}`)
    ? 'replicas'
    : `replicas of ${mentioned(resourceId(workload.object), change.id)}`;
  return {
    severity: known ? 'note' : 'warning',
    path: own === 'replicas' ? 'spec.replicas' : undefined,
    message: `${own} is ${replicas}, but ${scaler} sets the number: ${EFFECTS[options.apply](replicas)}`,
    remedy: 'remove replicas from the manifest, with server-side apply or before the autoscaler comes',
    risk: known ? undefined : 'downtime',
  };
}

/** A number that the server defaulted is one pod. */
function handoverRemark(change: Change, replicas: number, scaler: string, { options }: Whole): Remark {
  const stored = replicasOf(oldObject(change) ?? {});
  if (options.apply === 'server') {
    return {
      severity: 'note',
      path: 'spec.replicas',
      message: `replicas is handed over to ${scaler}; the pods fall to 1 for a moment if nothing has scaled them yet`,
      remedy: 'let the autoscaler come first, and remove replicas in the next change',
    };
  }
  return {
    severity: 'error',
    path: 'spec.replicas',
    message: `client-side apply drops the pods to 1 (manifest: ${replicas || stored}) until ${scaler} scales them up again`,
    remedy: 'apply with --server-side; or take replicas out of the last applied manifest first, and apply then',
    risk: 'downtime',
    commands: [`kubectl apply edit-last-applied ${objectWords(change.id)}`],
  };
}
