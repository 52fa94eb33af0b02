import { fieldAt } from '../../manifest/fields';
import { isServing } from '../../manifest/serving';
import { checkContainers } from '../each-container';
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
  ...checkContainers((described, pod, resources) =>
    fieldAt(described.container, 'livenessProbe') === undefined && isServing(resources, pod, described)
      ? ['livenessProbe', 'is behind a Service and has no liveness probe']
      : undefined,
  ),
};
