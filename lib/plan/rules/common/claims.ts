import { fieldAt, mapsAt, textAt, textsAt } from '../../../manifest/fields';
import type { KubernetesObject } from '../../../manifest/kubernetes-object';
import { parseQuantity } from '../../../manifest/quantity';
import type { Whole } from '../../rule';

/** How much a claim, or a template of claims, asks for. */
export function storageOf(claim: unknown): string | undefined {
  const storage = fieldAt(claim, 'spec', 'resources', 'requests', 'storage');
  return typeof storage === 'string' || typeof storage === 'number' ? String(storage) : undefined;
}

/** Whether a claim asks for more than another, or for less. */
export function growth(before: unknown, after: unknown): 'grown' | 'shrunk' | 'same' {
  const [old, young] = [parseQuantity(storageOf(before)), parseQuantity(storageOf(after))];
  if (old === undefined || young === undefined || old === young) return 'same';
  return young > old ? 'grown' : 'shrunk';
}

/** The StorageClass that a claim names, if the manifests have it. */
export function storageClassOf(claim: unknown, { before, after }: Whole): KubernetesObject | undefined {
  const name = textAt(claim, 'spec', 'storageClassName');
  return [...after, ...before].find(({ object }) => object.kind === 'StorageClass' && object.metadata.name === name)
    ?.object;
}

/** Whether a StorageClass lets volumes grow: yes, no, or in words what that depends on. */
export function expansionOf(claim: unknown, whole: Whole): boolean | string {
  const found = storageClassOf(claim, whole);
  if (found) return fieldAt(found, 'allowVolumeExpansion') === true;
  const name = textAt(claim, 'spec', 'storageClassName');
  return (
    whole.options.assume.volumeExpansion ??
    `depends on whether ${name ? `StorageClass ${name}` : 'the default StorageClass'} allows expansion`
  );
}

/** The claims of a StatefulSet's pods, from one number of pods to another: `data-db-0`. */
export function claimNames(set: KubernetesObject | undefined, from = 0, to = replicasOf(set)): readonly string[] {
  const start = Number(fieldAt(set, 'spec', 'ordinals', 'start') ?? 0);
  const ordinals = Array.from({ length: Math.max(0, to - from) }, (_, index) => start + from + index);
  const templates = mapsAt(set, 'spec', 'volumeClaimTemplates').map((each) => textAt(each, 'metadata', 'name') ?? '');
  return templates.flatMap((template) => ordinals.map((ordinal) => `${template}-${set!.metadata.name}-${ordinal}`));
}

/** How many pods a workload has, as far as its manifest says; one if it says nothing. */
export function replicasOf(workload: unknown): number {
  const replicas = fieldAt(workload, 'spec', 'replicas');
  return typeof replicas === 'number' ? replicas : 1;
}

/** Whether only one node may mount a claim. */
export function isSingle(claim: unknown): boolean {
  const modes = textsAt(claim, 'spec', 'accessModes');
  return modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
}
