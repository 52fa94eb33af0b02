import { mapsAt, textAt, textsAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { IMMUTABLE, type Update } from './update';

/** A ResourceQuota keeps its scopes, in whatever order and however often. */
export function checkQuota(update: Update): void {
  const [before, after] = [update.before, update.after].map((quota) => new Set(textsAt(quota, 'spec', 'scopes')));
  if (before!.size !== after!.size || [...before!].some((scope) => !after!.has(scope))) update.refuse('spec.scopes');
}

/** A ServiceCIDR may get a second family, from 1.33 on, and nothing else. */
export function checkServiceRange(update: Update): void {
  const [before, after] = [textsAt(update.before, 'spec', 'cidrs'), textsAt(update.after, 'spec', 'cidrs')];
  const second = update.isAtLeast('1.33') && before.length === 1 && after.length === 2;
  const kept = second || before.length === after.length;
  if (!kept || before.some((range, index) => range !== after[index])) update.refuse('spec.cidrs', IMMUTABLE);
}

/** The drivers of a CSINode stay, but for how many volumes they take, from 1.35 on. */
export function checkStorageNode(update: Update): void {
  for (const driver of mapsAt(update.before, 'spec', 'drivers')) {
    const other = mapsAt(update.after, 'spec', 'drivers').find(({ name }) => name === driver.name);
    const { allocatable: _, ...fixed } = driver;
    const old = update.isAtLeast('1.35') ? { ...fixed, allocatable: other?.allocatable } : driver;
    const path = `spec.drivers[${textAt(driver, 'name') ?? ''}]`;
    if (other && update.differences(old, other, 'spec', 'drivers', '').length > 0) update.refuse(path);
  }
}

/** What the controllers have written into a Node stays. */
export function checkNode(update: Update): void {
  const [before, after] = [update.old('spec'), update.new('spec')];
  if (!isMap(before) || !isMap(after)) return;
  if (before.providerID && before.providerID !== after.providerID) {
    update.refuse('spec.providerID', 'field cannot be modified once set');
  }
  if (textsAt(before, 'podCIDRs').length > 0 && update.changes('spec', 'podCIDRs')) {
    update.refuse('spec.podCIDRs', 'node updates may not change podCIDR except from "" to valid');
  }
}
