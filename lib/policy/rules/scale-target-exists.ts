import { namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { isMissing } from '../missing-references';
import { ERROR, type Rule } from '../rule';
import { scaleTargets } from '../scale-targets';

/** What an autoscaler scales must be there. */
export const scaleTargetExists: Rule = {
  id: 'scale-target-exists',
  severity: ERROR,
  group: 'references',
  what: 'The workload that an autoscaler scales must be there, or be declared.',
  why: 'The autoscaler does nothing, and nothing fails: the workload stays at its number of pods under any load.',
  remedy: 'correct kind, name or apiVersion of scaleTargetRef, or declare the workload in environment.external',
  link: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
  check: (resources, target) => {
    const index = ResourceIndex.of(resources);
    return scaleTargets(resources)
      .filter((reference) => isMissing(reference, index, target))
      .map(({ resource, path, kind, group, name }) => {
        const other = index.find({ kind, group: undefined, namespace: namespaceOf(resource), name });
        const why = other ? `: there is one of apiVersion group '${other.group}', not '${group}'` : '';
        return { resource, path, message: `${kind} '${name}' is not there${why}` };
      });
  },
};
