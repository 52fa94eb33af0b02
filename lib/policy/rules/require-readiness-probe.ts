import { fieldAt } from '../../manifest/fields';
import { eachContainer } from '../../manifest/pod-security/check';
import { podsOf } from '../../manifest/pods';
import { servingContainers } from '../../manifest/serving';
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
  check: (resources) =>
    podsOf(resources).flatMap((pod) => {
      const serving = new Set(
        servingContainers(resources, pod, ({ object }) => fieldAt(object, 'spec', 'publishNotReadyAddresses') !== true),
      );
      if (serving.size === 0) return [];
      return eachContainer(pod, (container, described) =>
        serving.has(described) && fieldAt(container, 'readinessProbe') === undefined
          ? ['readinessProbe', 'is behind a Service and has no readiness probe']
          : undefined,
      ).map((breach) => ({ resource: pod.resource, ...breach }));
    }),
};
