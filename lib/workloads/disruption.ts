import type { Construct } from 'constructs';
import { addProblem } from '../application/problem';
import { quoted } from '../application/quoted';
import type { PodDisruptionBudgetSpec } from '../synth/kubernetes';
import { PlainApiObject, type PlainApiObjectProps } from '../synth/plain-api-object';
import { isCountOrPart } from './strategy';

/** How many pods a node drain leaves, or takes. https://kubernetes.io/docs/tasks/run-application/configure-pdb/ */
export type Disruption =
  | { readonly minAvailable: number | string; readonly maxUnavailable?: undefined }
  | { readonly maxUnavailable: number | string; readonly minAvailable?: undefined };

/** What is wrong with a disruption budget for at least this many replicas. */
function disruptionProblems(disruption: Disruption, replicas: number): readonly string[] {
  const { minAvailable, maxUnavailable } = disruption;
  const bounds = Object.entries({ minAvailable, maxUnavailable }).filter(([, value]) => value !== undefined);
  const [[name, value] = [], another] = bounds;
  if (!name || another) {
    return [
      `disruption has ${another ? 'both minAvailable and' : 'neither minAvailable nor'} maxUnavailable: give one`,
    ];
  }
  if (!isCountOrPart(value, 100)) {
    return [`disruption.${name} is ${quoted(value)}: use a whole number, or percent such as '50%'`];
  }
  if (minAvailable !== undefined && replicas > 0 && podsOf(minAvailable, replicas) >= replicas) {
    return [
      `disruption.minAvailable (${minAvailable}) leaves no pod of ${replicas} to evict, so no node could be drained: lower it, or run more replicas`,
    ];
  }
  if (Number.parseFloat(String(maxUnavailable)) === 0) {
    return [
      `disruption.maxUnavailable (${maxUnavailable}) lets no pod be evicted, so no node could be drained: raise it`,
    ];
  }
  return [];
}

/** A part of the replicas is rounded up. */
function podsOf(value: number | string, replicas: number): number {
  return typeof value === 'number' ? value : Math.ceil((Number.parseFloat(value) / 100) * replicas);
}

/**
 * Adds the disruption budget of a workload; from two replicas on there is one by default. A pod that is not ready can
 * always be evicted, so it blocks no drain.
 */
export function addDisruptionBudget(
  scope: Construct,
  disruption: Disruption | false | undefined,
  replicas: number,
  selector: Readonly<Record<string, string>>,
  metadata: PlainApiObjectProps['metadata'],
): void {
  const budget = disruption ?? (replicas > 1 ? { maxUnavailable: 1 } : false);
  if (budget === false) return;
  for (const problem of disruptionProblems(budget, replicas)) addProblem(scope, problem);
  const spec: PodDisruptionBudgetSpec = {
    ...budget,
    selector: { matchLabels: selector },
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  };
  new PlainApiObject(
    scope,
    'disruption-budget',
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata },
    () => ({ spec }),
  );
}
