import { fieldAt } from '../../manifest/fields';
import { nameOf } from '../../manifest/references/reference';
import { scaleOf } from '../../manifest/scale';
import { servingContainers } from '../../manifest/serving';
import { checkEachPod } from '../each-pod';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/**
 * Only of Deployments behind a Service. One with the strategy Recreate says that there must never be two; a StatefulSet
 * of one is a database; none at all is switched off.
 */
export const requireReplicas: Rule = {
  id: 'require-replicas',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A Deployment behind a Service must have two replicas or more.',
  why: 'Whenever its only pod is moved to another node or dies, nobody answers.',
  remedy: 'set scale to 2 or more; if there must never be two, set the strategy to Recreate',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
  ...checkEachPod((pod, resources) => {
    const { object } = pod.resource;
    if (object.kind !== 'Deployment' || fieldAt(object, 'spec', 'strategy', 'type') === 'Recreate') return [];
    const { least, autoscaler } = scaleOf(resources, pod.resource);
    if (least !== 1 || servingContainers(resources, pod).length === 0) return [];
    const said = autoscaler ? `, says ${autoscaler.object.kind} ${nameOf(autoscaler)}` : '';
    return [{ resource: pod.resource, path: 'spec.replicas', message: `one pod is all there may be${said}` }];
  }),
};
