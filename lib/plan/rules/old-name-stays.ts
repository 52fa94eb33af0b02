import { resourceId } from '../../manifest/resource';
import type { Change, PlanRule, Whole } from '../rule';
import { staysBehind } from './common/cluster';
import { deleteCommand } from './common/commands';
import { isStillUsed, servicesOf } from './common/still-used';
import { listed } from './common/words';

const WORKLOADS = /^(Deployment|StatefulSet|DaemonSet|ReplicaSet|CronJob|Job)$/;

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
    const works = WORKLOADS.test(id.kind);
    const isUsed = isStillUsed(change, whole);
    if (isUsed && !works) return [];
    return [
      {
        severity: works ? 'warning' : 'note',
        message: works
          ? `${id.kind} ${id.name} keeps running beside it${sendingTo(change, whole)}`
          : `${id.kind} ${id.name} stays in the cluster: a rollback may need it`,
        remedy: `delete the old one by hand once the new one is ready${isUsed ? ', and nothing uses the old one any more' : ''}`,
        commands: [deleteCommand(id)],
      },
    ];
  },
};

/** The Services of the manifests that mix both; what others may select is only said if these select neither. */
function sendingTo({ before, after }: Change, whole: Whole): string {
  const old = servicesOf(before!, whole);
  if (old.length > 0) return `, and Service ${listed(old)} sends to both`;
  return after && servicesOf(after, whole).length > 0 ? '' : ', and Services that select both send to both';
}
