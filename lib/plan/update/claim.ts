import { type Fields, fieldAt, textAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { compareQuantities } from './compare-quantities';
import { growthIsAllowed } from './growth';
import { isBound } from './is-bound';
import type { Update } from './update';

const SIZE = 'spec.resources.requests.storage';
const VOLUME = 'spec.volumeName';

/**
 * A claim of storage may grow while it is bound; little else may change.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go (`ValidatePersistentVolumeClaimUpdate`)
 */
export function checkClaim(update: Update): void {
  const [before, after] = [update.old('spec'), update.new('spec')];
  if (!isMap(before) || !isMap(after)) return;
  const bound = isBound(update.after, update.circumstances);
  checkOthers(update, before, after, bound);
  checkSize(update, before, after, bound);
  checkAttributes(update, bound);
}

function checkOthers(update: Update, before: Fields, after: Fields, bound: boolean): void {
  const named = before.volumeName === undefined && !bound ? { ...before, volumeName: after.volumeName } : before;
  const old = { ...named, storageClassName: classOf(update, before, after) };
  const now = bound ? { ...after, ...mutableOf(before, after) } : after;
  const attributes = update.isAtLeast('1.31') ? ' and volumeAttributesClassName' : '';
  const message = `spec is immutable after creation except resources.requests${attributes} for bound claims`;
  for (const path of update.differences(old, now, 'spec')) {
    update.refuse(path, message);
    const volume = path === VOLUME ? textAt(after, 'volumeName') : '';
    if (volume) update.doubt(`whether the claim is bound to ${volume}`);
  }
  if (bound && !before.volumeName && isEmptied(update)) update.refuse(VOLUME, message);
}

/** A manifest that says nothing of the volume leaves the name that the controller has filled in; an empty name does not. */
function isEmptied({ manifest }: Update): boolean {
  return fieldAt(manifest, 'spec', 'volumeName') === '';
}

/** A claim that named no class may get one: it is the one that it got by default, or it had none. */
function classOf(update: Update, before: Fields, after: Fields): unknown {
  if (before.storageClassName !== undefined || after.storageClassName === undefined) return before.storageClassName;
  update.doubt(`which StorageClass the claim got by default, if not ${textAt(after, 'storageClassName') || 'none'}`);
  return after.storageClassName;
}

/** What of a bound claim may change, as it was. */
function mutableOf(before: Fields, after: Fields): Fields {
  const [old, now] = [before, after].map((spec) => fieldAt(spec, 'resources', 'requests'));
  const requests = isMap(now) ? { ...now, storage: fieldAt(old, 'storage') } : now;
  const resources = isMap(after.resources) ? { ...after.resources, requests } : after.resources;
  return { resources, volumeAttributesClassName: before.volumeAttributesClassName };
}

/** What a bound claim holds is at least what it asked for. */
function checkSize(update: Update, before: Fields, after: Fields, bound: boolean): void {
  const [old, now] = [before, after].map((spec) => fieldAt(spec, 'resources', 'requests', 'storage'));
  const growth = compareQuantities(now, old);
  if (growth < 0 && !update.isAtLeast('1.32')) update.refuse(SIZE, 'field can not be less than previous value');
  else if (growth < 0 && bound) update.refuse(SIZE, 'field can not be less than status.capacity');
  else if (growth > 0 && bound && !growthIsAllowed(update)) {
    update.refuse(
      SIZE,
      'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize',
    );
  }
}

/** https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/ */
function checkAttributes(update: Update, bound: boolean): void {
  const [before, after] = [
    update.old('spec', 'volumeAttributesClassName'),
    update.new('spec', 'volumeAttributesClassName'),
  ];
  if (!bound || !before || after) return;
  update.doubt(`whether VolumeAttributesClass ${String(before)} has been applied to the volume`);
  update.refuse(
    'spec.volumeAttributesClassName',
    'update to nil is forbidden when status.currentVolumeAttributesClassName is not nil',
  );
}
