import { requestOf } from '../../manifest/container-resources';
import { checkContainers } from '../each-container';
import { PRODUCTION_ERROR, type Rule } from '../rule';

/** A limit will do: without a request Kubernetes requests as much. */
export const requireMemoryRequest: Rule = {
  id: 'require-memory-request',
  severity: PRODUCTION_ERROR,
  group: 'resources',
  what: 'A container must request memory.',
  why: 'Without a request the pod is put on a node that has none left, and is the first to be evicted.',
  remedy: 'set resources.requests.memory to what the container uses on a usual day, such as 128Mi',
  link: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  ...checkContainers((described, pod, resources) =>
    requestOf(resources, pod, described, 'memory') === undefined
      ? ['resources.requests.memory', 'requests no memory']
      : undefined,
  ),
};
