import type { KubernetesObject } from '../kubernetes-object';
import { groupOf } from './reference';

/** What is known of kinds, found without a key made of group and kind for each object. */
export class ByKind<Value> {
  private readonly groups = new Map<unknown, Map<string, Value>>();

  /** @param entries such as `['apps/Deployment', …]` and `['/Service', …]` */
  constructor(entries: readonly (readonly [groupAndKind: string, Value])[]) {
    for (const [groupAndKind, value] of entries) {
      const [group = '', kind = ''] = groupAndKind.split('/');
      const known = this.groups.get(kind) ?? new Map<string, Value>();
      this.groups.set(kind, known.set(group, value));
    }
  }

  /** What is known of the kind of an object. */
  of({ apiVersion, kind }: KubernetesObject): Value | undefined {
    return this.groups.get(kind)?.get(groupOf(apiVersion));
  }
}
