import { type Fields, fieldAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import type { Update } from './update';

/** What of a volume's spec is not its source. */
const NO_SOURCE = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
]);

/** Labels of nodes that have got another name since. */
const RENAMED: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
};

/**
 * Where a PersistentVolume is stays as it was made.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go (`ValidatePersistentVolumeUpdate`)
 */
export function checkVolume(update: Update): void {
  const [before, after] = [sourceOf(update.old('spec')), sourceOf(update.new('spec'))];
  for (const path of update.differences(before, withExpansion(before, after), 'spec')) {
    update.refuse(path, 'spec.persistentvolumesource is immutable after creation');
  }
  if (update.changes('spec', 'volumeMode')) update.refuse('spec.volumeMode');
  checkNodes(update);
  const [old, now] = [update.old('spec', 'volumeAttributesClassName'), update.new('spec', 'volumeAttributesClassName')];
  if (old !== undefined && now === undefined) {
    update.refuse('spec.volumeAttributesClassName', 'update from non-nil value to nil is forbidden');
  }
}

function sourceOf(spec: unknown): Fields {
  return Object.fromEntries(Object.entries(isMap(spec) ? spec : {}).filter(([field]) => !NO_SOURCE.has(field)));
}

/** The secret for growing a volume may be added later. */
function withExpansion(before: Fields, after: Fields): Fields {
  if (!isMap(before.csi) || !isMap(after.csi) || before.csi.controllerExpandSecretRef !== undefined) return after;
  const { controllerExpandSecretRef: _, ...csi } = after.csi;
  return { ...after, csi };
}

function checkNodes(update: Update): void {
  const before = update.old('spec', 'nodeAffinity');
  if (before === undefined) return;
  const after = update.new('spec', 'nodeAffinity');
  const changed = update.differences(renamed(before, after), after, 'spec', 'nodeAffinity').length > 0;
  if (changed) update.refuse('spec.nodeAffinity', 'field is immutable, except for updating from beta label to GA');
}

/** The old affinity with the names that the new one uses, where they mean the same label. */
function renamed(before: unknown, after: unknown): unknown {
  if (Array.isArray(before))
    return before.map((item, index) => renamed(item, Array.isArray(after) ? after[index] : undefined));
  if (!isMap(before)) return before;
  const entries = Object.entries(before).map(([field, value]) => {
    const other = fieldAt(after, field);
    const isNewName = field === 'key' && typeof value === 'string' && RENAMED[value] === other;
    return [field, isNewName ? other : renamed(value, other)] as const;
  });
  return Object.fromEntries(entries);
}
