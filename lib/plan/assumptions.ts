import type { PlanOptions } from './options';
import type { Whole } from './rule';

/** What can't be known offline and is taken for granted, as far as it matters to these changes. */
export function assumptionsOf({ changes, options }: Pick<Whole, 'changes' | 'options'>): readonly string[] {
  if (changes.length === 0) return [];
  const touchesClaims = changes.some(({ id, action }) => id.kind === 'PersistentVolumeClaim' && action !== 'create');
  const depends = new Set(changes.flatMap(({ dependsOn }) => dependsOn ?? []));
  return [
    'the cluster is as the old manifests say, and nobody has changed it by hand',
    ...(touchesClaims ? [claimsSentence(options)] : []),
    ...[...depends].map((what) => `it depends on the cluster ${what}`),
    'no quota, webhook or admission policy of the cluster refuses anything',
  ];
}

function claimsSentence({ assume: { claimsBound } }: PlanOptions): string {
  if (claimsBound === undefined) return 'claims that a pod mounted before are bound, others are not';
  if (typeof claimsBound === 'boolean') return `claims are ${claimsBound ? '' : 'not '}bound`;
  return `of the claims ${claimsBound.join(', ')} are bound`;
}
