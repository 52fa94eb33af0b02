import type { Plan } from '../plan';

/**
 * How a plan ends: 0 if nothing changes in the clusters, 2 if something does, 3 if there is a finding of the level among
 * the changes.
 */
export function exitCodeOf(plans: readonly Plan[], failOn: 'error' | 'warning'): 0 | 2 | 3 {
  const changes = plans.flatMap((plan) => plan.changes).filter(({ action }) => action !== 'no-effect');
  const levels = new Set(changes.flatMap(({ findings }) => findings.map(({ severity }) => severity)));
  if (levels.has('error') || (failOn === 'warning' && levels.has('warning'))) return 3;
  return changes.length > 0 ? 2 : 0;
}
