import { fieldAt } from '../fields';
import { oncePer } from '../once-per';
import { type DescribedPod, isMap, mayHavePod, podOf } from '../pods';
import type { Resource } from '../resource';

/**
 * The pod that an object describes, also where a custom resource has a template as a Deployment has, such as a Rollout of
 * Argo. Its controller may add to it, so that only what is there is sure.
 */
export function workloadPod(resource: Resource): DescribedPod | undefined {
  return mayHavePod(resource) ? describe(resource) : undefined;
}

const describe = oncePer((resource: Resource): DescribedPod | undefined => {
  const pod = podOf(resource);
  if (pod) return withTexts(pod);
  const template = fieldAt(resource.object, 'spec', 'template');
  const spec = fieldAt(template, 'spec');
  if (!isMap(spec) || !Array.isArray(spec.containers)) return undefined;
  const labels = texts(fieldAt(template, 'metadata', 'labels'));
  const annotations = texts(fieldAt(template, 'metadata', 'annotations'));
  return { resource, labels, annotations, spec, path: 'spec.template.spec' };
});

function withTexts(pod: DescribedPod): DescribedPod {
  const [labels, annotations] = [texts(pod.labels), texts(pod.annotations)];
  const asTheyAre = labels === pod.labels && annotations === pod.annotations;
  return asTheyAre ? pod : { ...pod, labels, annotations };
}

/** Labels or annotations; a number or a truth value is written as text, anything else is left out. */
export function texts(value: unknown): Readonly<Record<string, string>> {
  if (!isMap(value)) return {};
  if (Object.values(value).every(isText)) return value as Record<string, string>;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => ['string', 'number', 'boolean'].includes(typeof each))
      .map(([k, v]) => [k, String(v)]),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
