import { isMap } from '../../manifest/pods';
import type { Update } from './update';

const MUTABLE = ['replicas', 'ordinals', 'template', 'updateStrategy', 'minReadySeconds'];

/**
 * Of a StatefulSet only some fields may change. The API server does not say which field it minds; we do.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go (`ValidateStatefulSetUpdate`)
 */
export function checkStatefulSet(update: Update): void {
  const [before, after] = [update.old('spec'), update.new('spec')];
  if (!isMap(before) || !isMap(after)) return;
  const mutable = mutableFields(update);
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (mutable.includes(field)) continue;
    for (const path of update.differences(before[field], after[field], 'spec', field)) {
      update.refuse(path, `updates to statefulset spec for fields other than ${list(mutable)} are forbidden`);
    }
  }
}

/** https://github.com/kubernetes/kubernetes/pull/129017 made the history limit mutable. */
function mutableFields(update: Update): readonly string[] {
  const history = update.isAtLeast('1.33') ? ['revisionHistoryLimit'] : [];
  return [...MUTABLE.slice(0, 4), ...history, 'persistentVolumeClaimRetentionPolicy', ...MUTABLE.slice(4)];
}

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
