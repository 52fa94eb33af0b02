import { fieldAt } from '../../manifest/fields';
import { eachContainer } from '../../manifest/pod-security/check';
import { podsOf } from '../../manifest/pods';
import { servingContainers } from '../../manifest/serving';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** Only of containers that a Service sends traffic to: for a worker there is often nothing that could be asked. */
export const requireLivenessProbe: Rule = {
  id: 'require-liveness-probe',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A container behind a Service must have a liveness probe.',
  why: 'A process that hangs instead of ending stays as it is until somebody notices.',
  remedy: 'add a livenessProbe that fails only where a restart helps, not when a database is down',
  link: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes',
  check: (resources) =>
    podsOf(resources).flatMap((pod) => {
      const serving = new Set(servingContainers(resources, pod));
      if (serving.size === 0) return [];
      return eachContainer(pod, (container, described) =>
        serving.has(described) && fieldAt(container, 'livenessProbe') === undefined
          ? ['livenessProbe', 'is behind a Service and has no liveness probe']
          : undefined,
      ).map((breach) => ({ resource: pod.resource, ...breach }));
    }),
};
