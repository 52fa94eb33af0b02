import { fieldAt } from '../../manifest/fields';
import { askTheSame, patienceOf } from '../../manifest/probe';
import { checkContainers } from '../each-container';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** The same question is fine if liveness has more patience. */
export const noIdenticalProbes: Rule = {
  id: 'no-identical-probes',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A liveness probe that asks what the readiness probe asks must have more patience.',
  why: 'A container that is only busy is killed instead of being left alone for a while, and the others get its work too.',
  remedy: "raise the failureThreshold of the livenessProbe above the readinessProbe's, or ask something simpler",
  link: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  ...checkContainers(({ container }) => {
    const liveness = fieldAt(container, 'livenessProbe');
    const readiness = fieldAt(container, 'readinessProbe');
    if (liveness === undefined || readiness === undefined) return undefined;
    if (patienceOf(liveness) > patienceOf(readiness) || !askTheSame(liveness, readiness)) return undefined;
    return ['livenessProbe', `is killed after ${patienceOf(liveness)} s by the question that says whether it is ready`];
  }),
};
