import { show } from '../../manifest/fields';
import { limitOf, requestOf } from '../../manifest/container-resources';
import { parseQuantity } from '../../manifest/quantity';
import { checkContainers } from '../each-container';
import { PRODUCTION_NOTE, type Rule } from '../rule';

/** A note, and for StatefulSets only: whoever has no data to lose may well live on memory that others leave over. */
export const equalMemoryRequestAndLimit: Rule = {
  id: 'equal-memory-request-and-limit',
  severity: PRODUCTION_NOTE,
  group: 'resources',
  what: 'A container of a StatefulSet must request as much memory as it is limited to.',
  why: 'What is above the request is not its own: it is killed for it when the node runs out of memory, in the middle of writing.',
  remedy: 'set resources.requests.memory and resources.limits.memory to the same',
  link: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
  ...checkContainers((described, pod, resources) => {
    if (pod.resource.object.kind !== 'StatefulSet' || described.initial) return undefined;
    const request = requestOf(resources, pod, described, 'memory');
    const limit = limitOf(resources, pod, described, 'memory');
    if (request === undefined || limit === undefined || parseQuantity(request) === parseQuantity(limit))
      return undefined;
    return ['resources.requests.memory', `requests ${show(request)} of memory, and may use ${show(limit)}`];
  }),
};
