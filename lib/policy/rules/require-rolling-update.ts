import { fieldAt } from '../../manifest/fields';
import { scaleOf } from '../../manifest/scale';
import { servingContainers } from '../../manifest/serving';
import { checkEachPod } from '../each-pod';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** Says nothing of a single pod: Recreate says there that there must never be two. */
export const requireRollingUpdate: Rule = {
  id: 'require-rolling-update',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A Deployment with replicas behind a Service must be updated pod by pod.',
  why: 'With the strategy Recreate all pods end before the first new one starts: nobody answers during each update.',
  remedy: 'leave out the strategy, or set it to RollingUpdate',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  ...checkEachPod((pod, resources) => {
    const { resource } = pod;
    if (resource.object.kind !== 'Deployment') return [];
    if (fieldAt(resource.object, 'spec', 'strategy', 'type') !== 'Recreate') return [];
    const { least = 0 } = scaleOf(resources, resource);
    if (least < 2 || servingContainers(resources, pod).length === 0) return [];
    return [{ resource, path: 'spec.strategy.type', message: `all ${least} pods end before a new one starts` }];
  }),
};
