import type { KubernetesObject } from '../manifest/kubernetes-object';
import { renamed } from './renamed';

/** How much of two objects is the same, from 0 to 1, not counting what has followed the name. */
export function likeness(old: KubernetesObject, current: KubernetesObject): number {
  const [left, right] = [leavesOf(renamed(old, current)), leavesOf(current)];
  const common = [...left].filter((leaf) => right.has(leaf)).length;
  return common / (left.size + right.size - common);
}

function leavesOf(value: unknown, path = '', leaves = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) leaves.add(`${path}=${String(value)}`);
  else for (const [key, inside] of Object.entries(value)) leavesOf(inside, `${path}.${key}`, leaves);
  return leaves;
}
