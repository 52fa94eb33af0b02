import { requestOf } from '../../manifest/container-resources';
import { checkContainers } from '../each-container';
import { PRODUCTION_ERROR, type Rule } from '../rule';

/** A limit on CPU is not asked for: it slows the container down even where the node has nothing else to do. */
export const requireCpuRequest: Rule = {
  id: 'require-cpu-request',
  severity: PRODUCTION_ERROR,
  group: 'resources',
  what: 'A container must request CPU.',
  why: 'Without a request the pod is put on a node that has none left, and comes last when containers compete for it.',
  remedy: 'set resources.requests.cpu to what the container uses on a usual day, such as 50m',
  link: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  ...checkContainers((described, pod, resources) =>
    requestOf(resources, pod, described, 'cpu') === undefined
      ? ['resources.requests.cpu', 'requests no CPU']
      : undefined,
  ),
};
