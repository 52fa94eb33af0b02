import { type MadeReference } from '../../manifest/references/resource-index';
import { nameOf } from '../../manifest/references/reference';
import { ERROR, type Rule, type Violation } from '../rule';
import { scaleTargets } from '../scale-targets';

/** Two autoscalers must not set the number of the same pods. */
export const oneAutoscalerPerTarget: Rule = {
  id: 'one-autoscaler-per-target',
  severity: ERROR,
  group: 'references',
  what: 'A workload must have no more than one autoscaler that sets its number of pods.',
  why: 'Each undoes what the other does; a HorizontalPodAutoscaler that finds another one stops.',
  remedy: 'write the metrics of both into one of them and remove the other',
  link: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
  check: (resources) => {
    const seen = new Map<string, MadeReference>();
    return scaleTargets(resources).flatMap((reference): Violation[] => {
      const { resource, kind, namespace, name, path } = reference;
      const key = `${kind}/${namespace}/${name}`;
      const first = seen.get(key);
      if (!first) seen.set(key, reference);
      if (!first || first.resource === resource || isAgain(first, reference)) return [];
      const other = `${first.resource.object.kind} '${nameOf(first.resource)}'`;
      return [{ resource, path, message: `${kind} '${name}' is scaled by ${other} already` }];
    });
  },
};

/** The same object twice is what `no-duplicate-object` is about. */
function isAgain(first: MadeReference, second: MadeReference): boolean {
  return (
    first.resource.object.kind === second.resource.object.kind && nameOf(first.resource) === nameOf(second.resource)
  );
}
