import type { Update } from './update';

const SAID = 'field is immutable when `immutable` is set';

/**
 * ConfigMaps and Secrets that are `immutable` stay so, with all they hold.
 * https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable
 */
export function checkConfig(update: Update): void {
  if (update.old('immutable') !== true) return;
  if (update.new('immutable') !== true) update.refuse('immutable', SAID);
  for (const field of ['data', 'binaryData']) if (update.changes(field)) update.refuse(field, SAID);
}
