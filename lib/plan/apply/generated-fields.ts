import { type Fields, valueAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';
import { Refusal } from './refusal';

/** What the API server gives to the pods of a Job, and selects them by; other labels come and go with it. */
const LABEL = 'batch.kubernetes.io/controller-uid';
const LABELS = ['spec', 'template', 'metadata', 'labels'] as const;
const SELECTOR = ['spec', 'selector', 'matchLabels'] as const;

/** A live Job with what it has been given and nobody has written, so that a merge may lose it. */
export function withGenerated(live: KubernetesObject): KubernetesObject {
  return isGenerating(live) ? put(put(live, LABELS, 'a'), SELECTOR, 'a') : live;
}

/** What a merge has made of it, without that; a Job that has lost it is refused. */
export function withoutGenerated(merged: KubernetesObject, live: KubernetesObject): KubernetesObject {
  if (!isGenerating(live)) return merged;
  if (valueAt(merged, [...LABELS, LABEL]) === undefined) {
    throw new Refusal(LABELS.join('.'), 'must keep the labels that the Job was given', true);
  }
  if (valueAt(merged, [...SELECTOR, LABEL]) === undefined)
    throw new Refusal('spec.selector', 'field is immutable', true);
  return put(put(merged, LABELS, undefined), SELECTOR, undefined);
}

function isGenerating({ apiVersion, kind, spec }: KubernetesObject): boolean {
  return kind === 'Job' && apiVersion === 'batch/v1' && isMap(spec) && spec.manualSelector !== true;
}

function put(object: KubernetesObject, place: readonly string[], value: unknown): KubernetesObject {
  return changed(object as unknown as Fields, [...place, LABEL], value) as unknown as KubernetesObject;
}

/** A map with another value at a place, or without it, and without what is empty then. */
function changed(map: Fields, [step, ...rest]: readonly string[], value: unknown): Fields {
  const { [step!]: inside, ...others } = map;
  if (rest.length === 0) return value === undefined ? others : { ...map, [step!]: value };
  const next = changed(isMap(inside) ? inside : {}, rest, value);
  return Object.keys(next).length === 0 ? others : { ...map, [step!]: next };
}
