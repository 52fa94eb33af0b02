import { fieldAt } from '../../manifest/fields';
import { containersOf } from '../../manifest/pods';
import { servingContainers } from '../../manifest/serving';
import type { PlanRule } from '../rule';
import { newPod, oldPod } from './common/change';
import { isRollout } from './common/rollout';

/** Judges containers that a Service of the manifests leads to. */
export const rolloutWithoutReadiness: PlanRule = {
  id: 'rollout-without-readiness',
  what: 'Pods get traffic before they can answer, as nothing tells when they are ready.',
  levels: ['warning', 'note'],
  why: 'Without a readiness probe a container counts as ready as soon as it has started, and the old pod is ended.',
  link: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe',
  find: (change, whole) => {
    const [before, after] = [oldPod(change), newPod(change)];
    if (!after || !before || !change.after || !isRollout(change)) return [];
    const serving = servingContainers(whole.after, { ...after, resource: change.after });
    return serving
      .filter(({ container }) => fieldAt(container, 'readinessProbe') === undefined)
      .map(({ name, path }) => {
        const old = containersOf(before).find((each) => each.name === name);
        const removed = fieldAt(old?.container, 'readinessProbe') !== undefined;
        return {
          severity: removed ? ('warning' as const) : ('note' as const),
          path: `${path}.readinessProbe`,
          message: `${name} gets traffic as soon as it has started: ${removed ? 'its readiness probe is gone' : 'it has no readiness probe'}`,
          remedy: removed ? 'keep the readiness probe' : 'add a readiness probe',
          risk: removed ? ('downtime' as const) : undefined,
        };
      });
  },
};
