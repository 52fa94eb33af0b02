import { counted } from '../counted';
import type { PlanRule } from '../rule';
import { kindOf, newObject } from './common/change';
import { isRollout, rollingDeployment } from './common/rollout';
import { replicasOf } from './common/claims';

/** How a rollout goes that nothing is wrong with. */
export const podsRestart: PlanRule = {
  id: 'pods-restart',
  what: 'How many pods are replaced, and how many there are meanwhile.',
  levels: ['note'],
  why: 'A new pod template replaces all pods; connections and what is only in memory are lost with them.',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment',
  find: (change, whole) => {
    if (!isRollout(change) || change.rollout !== 'rolling') return [];
    const pace = rollingDeployment(change, whole);
    const remedy = 'none is needed';
    if (pace) {
      const { replicas, unavailable, surge } = pace;
      const message = `${counted(replicas, 'pod')} restart${replicas === 1 ? 's' : ''}, ${unavailable} unavailable at most, ${surge} extra`;
      return [{ severity: 'note', message, remedy }];
    }
    const replicas = replicasOf(newObject(change));
    if (kindOf(change) !== 'apps/StatefulSet' || replicas < 2) return [];
    return [
      { severity: 'note', message: `${counted(replicas, 'pod')} restart one after another, the last first`, remedy },
    ];
  },
};
