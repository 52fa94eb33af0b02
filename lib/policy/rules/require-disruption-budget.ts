import { scaleOf } from '../../manifest/scale';
import { budgetsOf } from '../../manifest/selection';
import { checkEachPod } from '../each-pod';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** A single pod needs none, and one for it would only block the node. The pods of a DaemonSet are not evicted. */
export const requireDisruptionBudget: Rule = {
  id: 'require-disruption-budget',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A workload with two replicas or more must have a PodDisruptionBudget.',
  why: 'When nodes are updated, all pods of a workload may be evicted at the same time.',
  remedy: 'add a PodDisruptionBudget with maxUnavailable 1 that selects the pods',
  link: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  ...checkEachPod((pod, resources) => {
    const { resource } = pod;
    if (resource.object.kind !== 'Deployment' && resource.object.kind !== 'StatefulSet') return [];
    const { least = 0 } = scaleOf(resources, resource);
    if (least < 2 || budgetsOf(resources, pod).length > 0) return [];
    return [{ resource, message: `at least ${least} pods, and no PodDisruptionBudget` }];
  }),
};
