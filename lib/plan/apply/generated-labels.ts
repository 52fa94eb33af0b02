import { type Fields, valueAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';
import { Refusal } from './refusal';

/** One of the labels that the API server gives to the pods of a Job; the others come and go with it. */
const LABEL = 'batch.kubernetes.io/controller-uid';
const PLACE = ['spec', 'template', 'metadata', 'labels'] as const;

/** A live Job with a label that it has got and nobody has written, so that a merge may lose it. */
export function withGeneratedLabels(live: KubernetesObject): KubernetesObject {
  return isGenerating(live) ? (put(live as unknown as Fields, PLACE, LABEL, 'a') as unknown as KubernetesObject) : live;
}

/** What a merge has made of it, without that label; a Job that has lost it is refused. */
export function withoutGeneratedLabels(merged: KubernetesObject, live: KubernetesObject): KubernetesObject {
  if (!isGenerating(live)) return merged;
  if (valueAt(merged, [...PLACE, LABEL]) === undefined) {
    throw new Refusal(PLACE.join('.'), 'must keep the labels that the Job was given', true);
  }
  return put(merged as unknown as Fields, PLACE, LABEL, undefined) as unknown as KubernetesObject;
}

function isGenerating({ apiVersion, kind, spec }: KubernetesObject): boolean {
  return kind === 'Job' && apiVersion === 'batch/v1' && isMap(spec) && spec.manualSelector !== true;
}

function put(map: Fields, [step, ...rest]: readonly string[], field: string, value: unknown): Fields {
  if (step === undefined) {
    const { [field]: _, ...others } = map;
    return value === undefined ? others : { ...others, [field]: value };
  }
  const inside = map[step];
  return { ...map, [step]: put(isMap(inside) ? inside : {}, rest, field, value) };
}
