import type { KubernetesObject } from '../manifest/kubernetes-object';
import { isMap } from '../manifest/pods';

/** An object as it would be if only its name were another one, and what begins with it. */
export function renamed(object: KubernetesObject, name: string, newName: string): KubernetesObject {
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value === name || value.startsWith(`${name}-`) ? newName + value.slice(name.length) : value;
    }
    if (Array.isArray(value)) return value.map(inside);
    return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each)])) : value;
  };
  return inside(object) as KubernetesObject;
}
