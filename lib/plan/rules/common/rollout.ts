import { fieldAt } from '../../../manifest/fields';
import type { KubernetesObject } from '../../../manifest/kubernetes-object';
import { scaleOf } from '../../../manifest/scale';
import type { Change, Whole } from '../../rule';
import { isRejected, kindOf, newObject } from './change';
import { replicasOf } from './claims';

/** How many pods of a Deployment there may be fewer and more while they are replaced. */
export interface Pace {
  readonly replicas: number;
  readonly unavailable: number;
  readonly surge: number;
}

/** Whether running pods are replaced. */
export function isRollout({ rollout, ...change }: Change): boolean {
  return (rollout === 'rolling' || rollout === 'all-at-once') && !isRejected(change);
}

/**
 * How fast a Deployment replaces its pods. Percentages of surge are rounded up, others down, and one of the two is at
 * least 1. https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
function paceOf(deployment: KubernetesObject, scaled?: number): Pace {
  const replicas = scaled ?? replicasOf(deployment);
  const update = fieldAt(deployment, 'spec', 'strategy', 'rollingUpdate');
  const surge = share(fieldAt(update, 'maxSurge') ?? '25%', replicas, Math.ceil);
  const unavailable = share(fieldAt(update, 'maxUnavailable') ?? '25%', replicas, Math.floor);
  return { replicas, surge, unavailable: Math.min(surge + unavailable === 0 ? 1 : unavailable, replicas) };
}

/** The template of a workload that rolls out, as a path. */
export const TEMPLATE = 'spec.template';

/** The fields of the template that differ. */
export function templateFields({ fields }: Change): Change['fields'] {
  return fields.filter(({ path }) => path.startsWith(TEMPLATE));
}

/** The Deployment that rolls out, with its pace; none for other kinds, and for one without pods. */
export function rollingDeployment(change: Change, { after }: Whole): Pace | undefined {
  const object = newObject(change);
  if (kindOf(change) !== 'apps/Deployment' || !object || !isRollout(change)) return undefined;
  const pace = paceOf(object, scaleOf(after, change.after!).least);
  return pace.replicas === 0 ? undefined : pace;
}

function share(value: unknown, of: number, round: (number: number) => number): number {
  const percent = /^(\d+)%$/.exec(String(value))?.[1];
  return percent === undefined ? Number(value) || 0 : round((Number(percent) * of) / 100);
}
