import type { Construct } from 'constructs';
import type { HorizontalPodAutoscalerSpec } from '../synth/kubernetes';
import { quoted } from '../application/quoted';
import { type Names, unknownNames } from '../application/unknown-names';
import { PlainApiObject, type PlainApiObjectProps } from '../synth/plain-api-object';

const NAMES: Names<Autoscaling> = { min: true, max: true, targetCpu: true, targetMemory: true };

/** How many replicas run: a fixed number, or as many as the load needs. */
export type Scale = number | Autoscaling;

/** A range of replicas. https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/ */
export interface Autoscaling {
  /** The least number of replicas, at least 1. */
  readonly min: number;
  /** The greatest number. */
  readonly max: number;
  /** The CPU that the workload's own container uses on average, in percent of what it reserves. */
  readonly targetCpu: number;
  /** The memory, in percent of what it reserves. @default - memory does not count */
  readonly targetMemory?: number;
}

/** Whether an autoscaler decides. */
export function isRange(scale: Scale): scale is Autoscaling {
  return typeof scale === 'object' && scale !== null;
}

/** The least number of replicas. */
export function leastReplicas(scale: Scale): number {
  return isRange(scale) ? scale.min : scale;
}

/** The greatest number of replicas. */
export function mostReplicas(scale: Scale): number {
  return isRange(scale) ? scale.max : scale;
}

/** What is wrong with a scale. */
export function scaleProblems(scale: Scale): readonly string[] {
  if (!isRange(scale)) {
    return isCount(scale, 0) ? [] : [`scale is ${quoted(scale)}: use a whole number, or { min, max, targetCpu }`];
  }
  const { replicas, ...range } = scale as Autoscaling & { readonly replicas?: unknown };
  const { min, max, targetCpu, targetMemory } = range;
  const problems = [
    isCount(min, 1) ? undefined : `scale.min is ${min}: use a whole number from 1 on`,
    isCount(max, 1) ? undefined : `scale.max is ${max}: use a whole number from 1 on`,
    min > max ? `scale.min (${min}) must not exceed scale.max (${max}): raise max or lower min` : undefined,
    isCount(targetCpu, 1) ? undefined : `scale.targetCpu is ${targetCpu}: use percent of the reserved CPU, such as 70`,
    targetMemory === undefined || isCount(targetMemory, 1)
      ? undefined
      : `scale.targetMemory is ${targetMemory}: use percent of the reserved memory, such as 80`,
    replicas === undefined
      ? undefined
      : `scale has both a range and replicas: the autoscaler sets replicas, so remove it`,
    ...unknownNames('scale', range, NAMES),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/**
 * Adds the autoscaler of a workload. It measures the workload's own container, so that sidecars do not dilute the
 * average (KEP-1610, on by default since 1.27).
 */
export function addAutoscaler(
  scope: Construct,
  scale: Autoscaling,
  target: { readonly kind: string; readonly name: string; readonly container: string },
  metadata: PlainApiObjectProps['metadata'],
): void {
  const { min, max, targetCpu, targetMemory } = scale;
  const spec: HorizontalPodAutoscalerSpec = {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: target.kind, name: target.name },
    minReplicas: min,
    maxReplicas: max,
    metrics: [...metric('cpu', targetCpu, target.container), ...metric('memory', targetMemory, target.container)],
  };
  new PlainApiObject(
    scope,
    'autoscaler',
    { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata },
    () => ({ spec }),
  );
}

function metric(
  name: 'cpu' | 'memory',
  averageUtilization: number | undefined,
  container: string,
): NonNullable<HorizontalPodAutoscalerSpec['metrics']> {
  if (averageUtilization === undefined) return [];
  const target = { type: 'Utilization', averageUtilization };
  return [{ type: 'ContainerResource', containerResource: { name, container, target } }];
}

function isCount(value: unknown, least: number): boolean {
  return Number.isInteger(value) && Number(value) >= least;
}
