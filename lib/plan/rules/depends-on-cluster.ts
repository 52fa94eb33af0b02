import type { PlanRule } from '../rule';
import { isRejected, kindOf } from './common/change';

/** What another rule says of claims that grow is left to it. */
export const dependsOnCluster: PlanRule = {
  id: 'depends-on-cluster',
  what: 'Whether a change is accepted depends on something that only the cluster knows.',
  levels: ['warning', 'note'],
  why: 'A plan is made of manifests alone, and takes the likely case for granted.',
  link: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run',
  find: (change) => {
    const isClaim = kindOf(change) === '/PersistentVolumeClaim';
    const doubts = (change.dependsOn ?? '')
      .split('; ')
      .filter((doubt) => doubt !== '' && !(isClaim && doubt.endsWith(' allows expansion')));
    return doubts.map((doubt) => ({
      severity: isRejected(change) ? 'note' : 'warning',
      message: `depends on ${doubt}`,
      remedy: 'ask the cluster: kubectl apply --dry-run=server',
    }));
  },
};
