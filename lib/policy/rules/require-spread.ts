import { fieldAt, mapsAt } from '../../manifest/fields';
import { scaleOf } from '../../manifest/scale';
import { checkPods } from '../each-container';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** Any constraint on the topology or affinity against other pods will do. */
export const requireSpread: Rule = {
  id: 'require-spread',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'The pods of a workload with two replicas or more must be spread over nodes.',
  why: 'If they happen to run on one node, they are gone with it.',
  remedy: 'add topologySpreadConstraints for kubernetes.io/hostname and topology.kubernetes.io/zone',
  link: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  ...checkPods(({ spec, resource }, resources) => {
    if (resource.object.kind !== 'Deployment' && resource.object.kind !== 'StatefulSet') return undefined;
    if (mapsAt(spec, 'topologySpreadConstraints').length > 0) return undefined;
    if (fieldAt(spec, 'affinity', 'podAntiAffinity') !== undefined) return undefined;
    const { least = 0 } = scaleOf(resources, resource);
    return least < 2 ? undefined : ['topologySpreadConstraints', `the ${least} pods may all be put on the same node`];
  }),
};
