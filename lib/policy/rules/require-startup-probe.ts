import { claimVolumesOf, writersOf } from '../../manifest/claims';
import { fieldAt } from '../../manifest/fields';
import { startOf } from '../../manifest/probe';
import { checkContainers } from '../each-container';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** How long a container with data may take to start, at least. */
const SECONDS = 60;

/** Only of containers of StatefulSets that write to a claim. */
export const requireStartupProbe: Rule = {
  id: 'require-startup-probe',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A container with data must get time to start before its liveness probe kills it.',
  why: 'After a crash a database repairs its data first: killed meanwhile it begins again, and never comes up.',
  remedy: 'add a startupProbe with a failureThreshold for the longest start that you can think of',
  link: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#startup-probe',
  ...checkContainers((described, pod, resources) => {
    const { container, initial } = described;
    const liveness = fieldAt(container, 'livenessProbe');
    if (pod.resource.object.kind !== 'StatefulSet' || initial || liveness === undefined) return undefined;
    if (fieldAt(container, 'startupProbe') !== undefined || startOf(liveness) >= SECONDS) return undefined;
    const writes = claimVolumesOf(resources, pod).some(({ name }) => writersOf(pod, name).includes(described));
    return writes ? ['startupProbe', `is killed if it takes longer than ${startOf(liveness)} s to start`] : undefined;
  }),
};
