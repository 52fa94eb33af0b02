import { mapsAt } from '../../manifest/fields';
import { resourceId } from '../../manifest/resource';
import type { Change, PlanRule, Whole } from '../rule';
import { staysBehind } from './common/cluster';
import { deleteCommand } from './common/commands';
import { isStillUsed, servicesOf } from './common/still-used';
import { listed } from './common/words';

/** What runs on under the old name; a Job runs to its end, and Services have nothing to do with a CronJob. */
const RUNNING: Readonly<Record<string, string>> = {
  Deployment: 'keeps running beside it',
  StatefulSet: 'keeps running beside it',
  DaemonSet: 'keeps running beside it',
  ReplicaSet: 'keeps running beside it',
  CronJob: 'keeps starting Jobs beside it',
};

/** The old one of two names. */
export const oldNameStays: PlanRule = {
  id: 'old-name-stays',
  what: 'An object has a new name, and the one of the old name stays in the cluster.',
  levels: ['warning', 'note'],
  why: 'A new name is a new object. Two workloads run side by side, and a Service that selects both mixes the versions.',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  find: (change, whole) => {
    if (!change.from || !change.before || !staysBehind(change, whole)) return [];
    const id = resourceId(change.before.object);
    const running = RUNNING[id.kind];
    const isUsed = isStillUsed(change, whole);
    if (isUsed && running === undefined) return [];
    return [
      {
        severity: running === undefined ? 'note' : 'warning',
        message: `${id.kind} ${id.name} ${running === undefined ? (IDLE[id.kind] ?? OTHER) : running + sendingTo(change, whole)}`,
        remedy: `delete the old one by hand once ${conditionsOf(change, isUsed).join(', and ')}`,
        commands: [deleteCommand(id)],
      },
    ];
  },
};

const OTHER = 'stays in the cluster: a rollback may need it';
const IDLE: Readonly<Record<string, string>> = { Job: 'stays in the cluster, and runs to its end if it has not yet' };

/** When nobody misses the old one. */
function conditionsOf(change: Change, isUsed: boolean): readonly string[] {
  const hasData = mapsAt(change.before!.object, 'spec', 'volumeClaimTemplates').length > 0;
  return [
    `the new one is ready${hasData ? ' and has the data of the old one' : ''}`,
    ...(isUsed ? ['nothing uses the old one any more'] : []),
  ];
}

/** The Services of the manifests that mix both; what others may select is only said if these select neither. */
function sendingTo({ before, after }: Change, whole: Whole): string {
  if (before!.object.kind === 'CronJob') return '';
  const old = servicesOf(before!, whole);
  if (old.length > 0) return `, and Service ${listed(old)} sends to both`;
  return after && servicesOf(after, whole).length > 0 ? '' : ', and Services that select both send to both';
}
