import { fieldAt, show } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import type { Resource } from '../../manifest/resource';
import { scaleOf } from '../../manifest/scale';
import { workloadsOf } from '../../manifest/selection';
import { PRODUCTION_ERROR, type Rule } from '../rule';

/** Judges a number only if it is known how many pods there are at least. */
export const disruptionBudgetLetsDrain: Rule = {
  id: 'disruption-budget-lets-drain',
  severity: PRODUCTION_ERROR,
  group: 'reliability',
  what: 'A PodDisruptionBudget must let one pod go.',
  why: 'A node with such a pod can never be drained: its update hangs until somebody deletes the pod by hand.',
  remedy: 'set maxUnavailable to 1 instead; for a single pod leave the budget out',
  link: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  check: (resources) =>
    ofKind(resources, 'PodDisruptionBudget').flatMap((resource) => {
      const least = leastOf(resources, workloadsOf(resources, resource));
      return ['maxUnavailable', 'minAvailable'].flatMap((field) => {
        const value = fieldAt(resource.object, 'spec', field);
        if (!(field === 'maxUnavailable' ? letsNoneGo(value) : keepsAll(value, least))) return [];
        const pods = letsNoneGo(value) || value === '100%' ? '' : ` of ${least} ${least === 1 ? 'pod' : 'pods'}`;
        return [{ resource, path: `spec.${field}`, message: `lets no pod go: ${field} is ${show(value)}${pods}` }];
      });
    }),
};

function letsNoneGo(maxUnavailable: unknown): boolean {
  return maxUnavailable === 0 || /^0+%?$/.test(show(maxUnavailable));
}

function keepsAll(minAvailable: unknown, least: number | undefined): boolean {
  const [, percent] = /^(\d+)%$/.exec(show(minAvailable)) ?? [];
  if (percent !== undefined && Number(percent) >= 100) return true;
  if (least === undefined || least === 0 || minAvailable === undefined) return false;
  return (percent === undefined ? Number(minAvailable) : Math.ceil((Number(percent) / 100) * least)) >= least;
}

/** How many pods workloads have together at least; not known if it is not known of one. */
function leastOf(resources: readonly Resource[], workloads: readonly Resource[]): number | undefined {
  return workloads.reduce<number | undefined>((sum, workload) => {
    const { least } = scaleOf(resources, workload);
    return sum === undefined || least === undefined ? undefined : sum + least;
  }, 0);
}
