import { oncePer } from '../../../manifest/once-per';
import type { Change, PlanRule, Remark, Whole } from '../../rule';

/** A remark with the change that brings it about. */
export type Attributed = readonly [change: Change, remark: Remark];

/** Looks at everything once, and tells each change what was found about it. */
export function attributed(findAll: (whole: Whole) => readonly Attributed[]): PlanRule['find'] {
  const remarksOf = oncePer((whole: Whole) => {
    const remarks = new Map<Change, Remark[]>();
    for (const [change, remark] of findAll(whole)) {
      const others = remarks.get(change);
      if (others) others.push(remark);
      else remarks.set(change, [remark]);
    }
    return remarks;
  });
  return (change, whole) => remarksOf(whole).get(change) ?? [];
}
