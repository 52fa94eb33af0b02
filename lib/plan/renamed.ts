import type { KubernetesObject } from '../manifest/kubernetes-object';
import { isMap } from '../manifest/pods';

/**
 * An object as it would be if only its name were that of another one: with what else is the name, or begins with it, unless
 * the other one still has it in the same place.
 */
export function renamed(object: KubernetesObject, other: KubernetesObject): KubernetesObject {
  const [name, newName] = [object.metadata.name, other.metadata.name];
  const inside = (value: unknown, there: unknown): unknown => {
    if (typeof value === 'string') {
      const isName = value === name || value.startsWith(`${name}-`);
      return isName && value !== there ? newName + value.slice(name.length) : value;
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => inside(item, Array.isArray(there) ? there[index] : undefined));
    }
    if (!isMap(value)) return value;
    const fields = Object.entries(value);
    return Object.fromEntries(fields.map(([key, each]) => [key, inside(each, isMap(there) ? there[key] : undefined)]));
  };
  return inside(object, other) as KubernetesObject;
}
