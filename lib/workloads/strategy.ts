import { quoted } from '../application/quoted';
import { unknownNames } from '../application/unknown-names';
import type { DeploymentSpec } from '../synth/kubernetes';

/**
 * How an update replaces pods: all at once, or a few at a time; a number of pods or a part of them such as `25%`.
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
 */
export type Strategy =
  | 'Recreate'
  | {
      /** Pods beyond the scale. @default - 1 */
      readonly maxSurge?: number | string;
      /** Pods that may be missing. @default - 0 */
      readonly maxUnavailable?: number | string;
    };

/** A strategy as Kubernetes writes it. */
export function renderStrategy(strategy: Strategy): DeploymentSpec['strategy'] {
  if (strategy === 'Recreate') return { type: 'Recreate' };
  const { maxSurge = 1, maxUnavailable = 0 } = strategy;
  return { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } };
}

/** Pods beyond the scale while an update rolls out. */
export function surgeOf(strategy: Strategy, replicas: number): number {
  if (strategy === 'Recreate') return 0;
  const { maxSurge = 1 } = strategy ?? {};
  return typeof maxSurge === 'number' ? maxSurge : Math.ceil((Number.parseFloat(maxSurge) / 100) * replicas);
}

/** What is wrong with a strategy. */
export function strategyProblems(strategy: Strategy): readonly string[] {
  if (strategy === 'Recreate') return [];
  if (typeof strategy !== 'object' || strategy === null)
    return [`strategy is ${quoted(strategy)}: use 'Recreate', or { maxSurge, maxUnavailable }`];
  const { maxSurge = 1, maxUnavailable = 0 } = strategy;
  const values = { maxSurge, maxUnavailable };
  const problems = Object.entries(values)
    .filter(([name, value]) => !isCountOrPart(value, name === 'maxSurge' ? Infinity : 100))
    .map(([name, value]) => `strategy.${name} is ${quoted(value)}: use a whole number, or percent such as '25%'`);
  if ([maxSurge, maxUnavailable].every((value) => Number.parseFloat(String(value)) === 0)) {
    problems.push('strategy has maxSurge 0 and maxUnavailable 0, so no pod could be replaced: raise one');
  }
  return [...unknownNames('strategy', strategy, { maxSurge: true, maxUnavailable: true }), ...problems];
}

/** Whether a value is a number of pods, or a part of them up to some percentage. */
export function isCountOrPart(value: unknown, most: number): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0;
  const percent = /^(\d+)%$/.exec(String(value))?.[1];
  return percent !== undefined && Number(percent) <= most;
}
