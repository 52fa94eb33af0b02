import { fieldAt } from '../../manifest/fields';
import { nameOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { ERROR, type Rule } from '../rule';
import { scaleTargets } from '../scale-targets';

/** A workload that is scaled must leave its number of pods to the autoscaler. */
export const noReplicasWithAutoscaler: Rule = {
  id: 'no-replicas-with-autoscaler',
  severity: ERROR,
  group: 'references',
  what: 'A workload with an autoscaler must not have replicas.',
  why: 'Each time the manifests are applied, the number falls back to theirs, under whatever load there is.',
  remedy: 'remove replicas from the workload; the autoscaler has minReplicas',
  link: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return scaleTargets(resources).flatMap((reference) => {
      const scaled = index.find(reference)?.resource;
      const replicas = fieldAt(scaled?.object, 'spec', 'replicas');
      if (!scaled || typeof replicas !== 'number') return [];
      const scaler = `${reference.resource.object.kind} '${nameOf(reference.resource)}'`;
      return [{ resource: scaled, path: 'spec.replicas', message: `is ${replicas}, but ${scaler} sets the number` }];
    });
  },
};
