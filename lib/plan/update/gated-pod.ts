import { type Fields, fieldAt, mapsAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { sameJson } from './same-json';
import type { Update } from './update';

const REQUIRED = ['nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'] as const;

/**
 * A Pod that waits at a scheduling gate may be held to fewer nodes. Returns what of its spec must still be as it was.
 * https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/#mutable-pod-scheduling-directives
 */
export function checkGatedPod(update: Update, before: Fields, after: Fields): Fields {
  const [old, now] = [fieldAt(before, 'nodeSelector'), fieldAt(after, 'nodeSelector')];
  const kept = Object.entries(isMap(old) ? old : {}).every(([key, value]) => isMap(now) && now[key] === value);
  if (!kept) {
    update.refuse('spec.nodeSelector', 'only additions to spec.nodeSelector are allowed (no mutations or deletions)');
  }
  checkTerms(update, before, after);
  return { ...after, nodeSelector: before.nodeSelector, affinity: withNodeAffinity(before.affinity, after.affinity) };
}

function checkTerms(update: Update, before: Fields, after: Fields): void {
  const path = `spec.affinity.${REQUIRED.join('.')}`;
  const [old, now] = [mapsAt(before, 'affinity', ...REQUIRED), mapsAt(after, 'affinity', ...REQUIRED)];
  if (old.length === 0) return;
  if (old.length !== now.length) {
    return update.refuse(path, 'no additions/deletions to non-empty NodeSelectorTerms list are allowed');
  }
  old.forEach((term, index) => {
    if (!onlyAdds(term, now[index]!)) {
      update.refuse(`${path}[${index}]`, 'only additions are allowed (no mutations or deletions)');
    }
  });
}

function onlyAdds(before: Fields, after: Fields): boolean {
  const lists = ['matchExpressions', 'matchFields'] as const;
  const counts = lists.map((list) => mapsAt(before, list).length);
  if (counts.every((count) => count === 0)) return lists.every((list) => mapsAt(after, list).length === 0);
  return lists.every((list, at) => sameJson(mapsAt(after, list).slice(0, counts[at]), mapsAt(before, list)));
}

function withNodeAffinity(before: unknown, after: unknown): unknown {
  const nodeAffinity = fieldAt(before, 'nodeAffinity');
  const { nodeAffinity: _, ...others } = isMap(after) ? after : {};
  if (nodeAffinity !== undefined) return { ...others, nodeAffinity };
  return Object.keys(others).length === 0 && !isMap(before) ? undefined : others;
}
