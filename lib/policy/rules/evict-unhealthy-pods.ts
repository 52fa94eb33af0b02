import { fieldAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { PRODUCTION_NOTE, type Rule } from '../rule';

/** A note: it matters only when a pod does not get ready, and then somebody looks at it anyway. */
export const evictUnhealthyPods: Rule = {
  id: 'evict-unhealthy-pods',
  severity: PRODUCTION_NOTE,
  group: 'reliability',
  what: 'A PodDisruptionBudget must not protect pods that do not work.',
  why: 'A pod that never gets ready keeps its node from being drained.',
  remedy: 'set unhealthyPodEvictionPolicy to AlwaysAllow',
  link: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy',
  check: (resources) =>
    ofKind(resources, 'PodDisruptionBudget')
      .filter(({ object }) => fieldAt(object, 'spec', 'unhealthyPodEvictionPolicy') !== 'AlwaysAllow')
      .map((resource) => ({
        resource,
        path: 'spec.unhealthyPodEvictionPolicy',
        message: 'protects pods that are not ready',
      })),
};
