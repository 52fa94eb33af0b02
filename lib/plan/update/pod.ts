import { type Fields, fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { checkGatedPod } from './gated-pod';
import { sameJson } from './same-json';
import type { Update } from './update';

const MUTABLE =
  '`spec.containers[*].image`, `spec.initContainers[*].image`, `spec.activeDeadlineSeconds`, `spec.tolerations` ' +
  '(only additions to existing tolerations), `spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was ' +
  'previously negative)';

const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/**
 * Of a Pod little may change but its images.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go (`ValidatePodUpdate`)
 */
export function checkPod(update: Update): void {
  const [before, after] = [update.old('spec'), update.new('spec')];
  if (!isMap(before) || !isMap(after)) return;
  checkAnnotations(update);
  if (!sameContainers(update)) return;
  checkDeadline(update);
  checkTolerations(update);
  checkGates(update);
  const { activeDeadlineSeconds, tolerations, schedulingGates } = before;
  const allowed = {
    ...after,
    activeDeadlineSeconds,
    tolerations,
    schedulingGates,
    containers: withImages(before.containers, after.containers),
    initContainers: withImages(before.initContainers, after.initContainers),
    terminationGracePeriodSeconds: graceOf(before, after),
  };
  const left = mapsAt(before, 'schedulingGates').length > 0 ? checkGatedPod(update, before, allowed) : allowed;
  for (const path of update.differences(before, left, 'spec')) {
    update.refuse(path, `pod updates may not change fields other than ${MUTABLE}`);
  }
}

function checkAnnotations(update: Update): void {
  for (const path of update.differences(
    update.old('metadata', 'annotations'),
    update.new('metadata', 'annotations'),
    'metadata',
    'annotations',
  )) {
    if (path.includes(APPARMOR)) update.refuse(path, 'may not add, remove or update AppArmor annotations');
  }
}

function sameContainers(update: Update): boolean {
  const changed = ['containers', 'initContainers'].filter(
    (list) => mapsAt(update.before, 'spec', list).length !== mapsAt(update.after, 'spec', list).length,
  );
  for (const list of changed) update.refuse(`spec.${list}`, 'pod updates may not add or remove containers');
  return changed.length === 0;
}

function checkDeadline(update: Update): void {
  const path = 'spec.activeDeadlineSeconds';
  const [before, after] = [update.old('spec', 'activeDeadlineSeconds'), update.new('spec', 'activeDeadlineSeconds')];
  if (typeof before !== 'number') return;
  if (after === undefined) update.refuse(path, 'must not update from a positive integer to nil value');
  else if (typeof after === 'number' && after > before) {
    update.refuse(path, 'must be less than or equal to previous value');
  }
}

function checkTolerations(update: Update): void {
  const now = mapsAt(update.after, 'spec', 'tolerations').map(withoutSeconds);
  const kept = mapsAt(update.before, 'spec', 'tolerations').every((toleration) =>
    now.some((other) => sameJson(withoutSeconds(toleration), other)),
  );
  if (!kept) {
    update.refuse('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds');
  }
}

function withoutSeconds({ tolerationSeconds: _, ...toleration }: Fields): Fields {
  return toleration;
}

function checkGates(update: Update): void {
  const old = new Set(mapsAt(update.before, 'spec', 'schedulingGates').map(({ name }) => name));
  for (const gate of mapsAt(update.after, 'spec', 'schedulingGates')) {
    if (old.has(gate.name)) continue;
    update.refuse(`spec.schedulingGates[${textAt(gate, 'name') ?? ''}]`, 'only deletion is allowed');
  }
}

function withImages(before: unknown, after: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(after)) return after;
  return after.map((container: unknown, index) => {
    const image = fieldAt(before[index], 'image');
    return isMap(container) ? { ...container, image } : container;
  });
}

/** A negative period may be mended. */
function graceOf(before: Fields, after: Fields): unknown {
  const [old, now] = [before.terminationGracePeriodSeconds, after.terminationGracePeriodSeconds];
  return typeof old === 'number' && old < 0 && now === 1 ? old : now;
}
