import type { SidecarHost } from './sidecar';

/** The kinds of sidecars that each pod has already. */
const bound = new WeakMap<SidecarHost, Set<string>>();

/** Whether a pod has a sidecar of a kind already, which is a mistake where both would have the same names and ports. */
export function isSecond(pod: SidecarHost, kind: string): boolean {
  const kinds = bound.get(pod) ?? new Set();
  bound.set(pod, kinds);
  const second = kinds.has(kind);
  kinds.add(kind);
  if (second) pod.report(`has two ${kind} sidecars, whose names and ports would be the same: remove one`);
  return second;
}
