import { fieldAt } from '../../manifest/fields';
import { isServing } from '../../manifest/serving';
import type { Resource } from '../../manifest/resource';
import { checkContainers } from '../each-container';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/**
 * Only of containers that a Service sends traffic to: for others nobody waits. A sidecar needs none, and neither does a
 * pod whose Services publish it before it is ready.
 */
export const requireReadinessProbe: Rule = {
  id: 'require-readiness-probe',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A container behind a Service must have a readiness probe.',
  why: 'Without one it gets traffic as soon as its process is there, and an update goes on although the new version never answers.',
  remedy: 'add a readinessProbe that asks the port that the Service sends to',
  link: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes',
  ...checkContainers((described, pod, resources) =>
    fieldAt(described.container, 'readinessProbe') === undefined && isServing(resources, pod, described, waits)
      ? ['readinessProbe', 'is behind a Service and has no readiness probe']
      : undefined,
  ),
};

/** Whether a Service waits until a pod is ready. */
function waits({ object }: Resource): boolean {
  return fieldAt(object, 'spec', 'publishNotReadyAddresses') !== true;
}
