import { claimVolumesOf } from '../../manifest/claims';
import { fieldAt } from '../../manifest/fields';
import { checkPods } from '../each-container';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** What Kubernetes gives to every pod that says nothing. */
const USUAL = 30;

/** Only of StatefulSets with claims: others may end as fast as they like. */
export const noShortGracePeriod: Rule = {
  id: 'no-short-grace-period',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A pod with data must get the usual time to end, or more.',
  why: 'A database that is killed while it writes has to repair its data at the next start.',
  remedy: 'set terminationGracePeriodSeconds to 30 or more',
  link: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  ...checkPods((pod, resources) => {
    const seconds = fieldAt(pod.spec, 'terminationGracePeriodSeconds');
    if (pod.resource.object.kind !== 'StatefulSet' || typeof seconds !== 'number' || seconds >= USUAL) return undefined;
    if (claimVolumesOf(resources, pod).length === 0) return undefined;
    return ['terminationGracePeriodSeconds', `the pod has ${seconds} s to end`];
  }),
};
