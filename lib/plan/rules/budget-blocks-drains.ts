import { fieldAt, show } from '../../manifest/fields';
import type { Resource } from '../../manifest/resource';
import { scaleOf } from '../../manifest/scale';
import { workloadsOf } from '../../manifest/selection';
import type { PlanRule } from '../rule';
import { attributed } from './common/attributed';
import { changeOf, sameIn } from './common/cluster';

/** Judges a number only if it is known how many pods there are; says nothing of what was so before. */
export const budgetBlocksDrains: PlanRule = {
  id: 'budget-blocks-drains',
  what: 'A PodDisruptionBudget no longer lets any pod go.',
  levels: ['warning'],
  why: 'A node with such a pod can never be drained: its update hangs until somebody deletes the pod by hand.',
  link: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  find: attributed((whole) => {
    const { before, after } = whole;
    return after.flatMap((budget) => {
      if (budget.object.kind !== 'PodDisruptionBudget') return [];
      const blocked = blockOf(after, budget);
      const old = sameIn(before, budget);
      if (blocked === undefined || (old && blockOf(before, old) !== undefined)) return [];
      const change = [budget, ...workloadsOf(after, budget)].map((each) => changeOf(whole, each)).find(Boolean);
      if (!change) return [];
      const name =
        change.id.kind === 'PodDisruptionBudget' ? '' : `PodDisruptionBudget ${budget.object.metadata.name}: `;
      const message = `${name}${blocked}, so that no pod may go and draining a node hangs`;
      return [
        [
          change,
          { severity: 'warning', message, remedy: 'use maxUnavailable: 1; for a single pod leave the budget out' },
        ],
      ];
    });
  }),
};

/** Why a budget lets no pod go. */
function blockOf(resources: readonly Resource[], budget: Resource): string | undefined {
  const [most, least] = ['maxUnavailable', 'minAvailable'].map((field) => fieldAt(budget.object, 'spec', field));
  if (most !== undefined) return /^0+%?$/.test(show(most)) ? `maxUnavailable is ${show(most)}` : undefined;
  const percent = /^(\d+)%$/.exec(show(least))?.[1];
  if (percent !== undefined && Number(percent) >= 100) return `minAvailable is ${show(least)}`;
  const pods = podsOf(resources, budget);
  if (least === undefined || pods === undefined || pods === 0) return undefined;
  const kept = percent === undefined ? Number(least) : Math.ceil((Number(percent) / 100) * pods);
  return kept >= pods ? `minAvailable is ${show(least)} of ${pods}` : undefined;
}

function podsOf(resources: readonly Resource[], budget: Resource): number | undefined {
  return workloadsOf(resources, budget).reduce<number | undefined>((sum, workload) => {
    const { least } = scaleOf(resources, workload);
    return sum === undefined || least === undefined ? undefined : sum + least;
  }, 0);
}
