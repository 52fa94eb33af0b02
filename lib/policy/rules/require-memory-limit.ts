import { limitOf } from '../../manifest/container-resources';
import { checkContainers } from '../each-container';
import { PRODUCTION_ERROR, type Rule } from '../rule';

/** Memory, unlike CPU, cannot be taken back. */
export const requireMemoryLimit: Rule = {
  id: 'require-memory-limit',
  severity: PRODUCTION_ERROR,
  group: 'resources',
  what: 'A container must have a memory limit.',
  why: 'A leak in one container uses up the node, and other pods are killed for it.',
  remedy: 'set resources.limits.memory, best to as much as is requested',
  link: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  ...checkContainers((described, pod, resources) =>
    limitOf(resources, pod, described, 'memory') === undefined
      ? ['resources.limits.memory', 'has no memory limit']
      : undefined,
  ),
};
