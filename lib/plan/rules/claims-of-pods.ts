import { fieldAt, mapsAt } from '../../manifest/fields';
import { scaleOf } from '../../manifest/scale';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { isRejected, kindOf, newObject, oldObject } from './common/change';
import { claimNames, replicasOf } from './common/claims';
import { namespaceWords, word } from './common/commands';
import { listed } from './common/words';

/** What becomes of the claims of a StatefulSet's pods. */
export const claimsOfPods: PlanRule = {
  id: 'claims-of-pods',
  what: 'The claims of a StatefulSet are deleted, left behind, or exchanged for empty ones.',
  levels: ['error', 'warning', 'note'],
  why: 'Each pod has claims by its own number, and the retention policy says whether they go with it.',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention',
  find: (change, whole) => {
    const [before, after] = [oldObject(change), newObject(change)];
    if (kindOf(change) !== 'apps/StatefulSet' || !before || !after || isRejected(change)) return [];
    if (mapsAt(before, 'spec', 'volumeClaimTemplates').length === 0) return [];
    if (change.from) return [renameRemark(change)];
    return [...retentionRemarks(change), ...ordinalRemarks(change), ...scaleRemarks(change, whole)];
  },
};

const POLICY = 'persistentVolumeClaimRetentionPolicy';

function retentionRemarks(change: Change): readonly Remark[] {
  const moments = [
    ['whenDeleted', 'the StatefulSet is deleted, and their volumes with them'],
    ['whenScaled', 'it is scaled down, and their volumes with them'],
  ] as const;
  return moments.flatMap(([field, moment]) => {
    const [old, young] = [oldObject(change), newObject(change)].map((side) => fieldAt(side, 'spec', POLICY, field));
    if (young !== 'Delete' || old === 'Delete') return [];
    return [
      {
        severity: 'error',
        path: `spec.${POLICY}.${field}`,
        message: `${field} → Delete: the claims are deleted as soon as ${moment}`,
        remedy: `keep ${field}: Retain, and delete claims by hand`,
        risk: 'data-loss',
      },
    ];
  });
}

function ordinalRemarks(change: Change): readonly Remark[] {
  const [old, young] = [startOf(oldObject(change)), startOf(newObject(change))];
  if (old === young) return [];
  const kept = new Set(claimNames(newObject(change)));
  const lost = claimNames(oldObject(change)).filter((name) => !kept.has(name));
  const fresh = claimNames(newObject(change)).filter((name) => !claimNames(oldObject(change)).includes(name));
  return [
    {
      severity: 'error',
      path: 'spec.ordinals.start',
      message: `ordinals.start ${old} → ${young}: pods get new names and new, empty claims (${listed(fresh)}); ${listed(lost)} are left behind`,
      remedy: 'keep ordinals.start; or copy the data over first',
      risk: 'data-loss',
    },
  ];
}

function scaleRemarks(change: Change, whole: Whole): readonly Remark[] {
  const [before, after] = [oldObject(change), newObject(change)];
  const [old, young] = [replicasOf(before), replicasOf(after)];
  if (young >= old || startOf(before) !== startOf(after) || scaleOf(whole.after, change.after!).autoscaler) return [];
  const names = claimNames(before, young, old);
  if (fieldAt(after, 'spec', POLICY, 'whenScaled') === 'Delete') {
    const message = `${listed(names)} are deleted with their pods: replicas ${old} → ${young}, whenScaled is Delete`;
    const remedy = 'set whenScaled: Retain first, and save what is in them';
    return [{ severity: 'error', path: 'spec.replicas', message, remedy, risk: 'data-loss' }];
  }
  const claims = names.map((name) => word(`pvc/${name}`)).join(' ');
  return [
    {
      severity: 'note',
      path: 'spec.replicas',
      message: `${listed(names)} stay and cost; they are used again when it is scaled up`,
      remedy: 'delete them when nobody needs their data any more',
      commands: [`kubectl delete ${namespaceWords(change.id.namespace)}${claims}`],
    },
  ];
}

function renameRemark(change: Change): Remark {
  const old = oldObject(change);
  return {
    severity: 'error',
    path: 'metadata.name',
    message: `the pods of ${change.id.name} begin with new, empty claims; ${listed(claimNames(old))} belong to ${change.from!.name}`,
    remedy: 'keep the name; or copy the data over before anybody writes to the new one',
    risk: 'data-loss',
  };
}

function startOf(set: unknown): number {
  return Number(fieldAt(set, 'spec', 'ordinals', 'start') ?? 0);
}
