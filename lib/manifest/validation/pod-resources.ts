import { show } from '../fields';
import type { Checks } from './check';
import { isDropped } from './features';
import type { Field } from './field';
import { amountOf, thousandths } from './resources';

/** What a pod asks for and may use as a whole, beside what its containers do. */
export const POD_RESOURCE_CHECKS: Checks = {
  'core.v1.PodSpec': (pod, { version }) => {
    if (!pod.has('resources') || isDropped('core.v1.PodSpec', 'resources', version)) return;
    for (const container of pod.get('containers').items()) checkLimits(container, pod.at('resources', 'limits'));
    checkRequests(pod, pod.get('resources'));
  },
};

function checkLimits(container: Field, limits: Field): void {
  for (const limit of container.at('resources', 'limits').entries()) {
    const most = limits.get(String(limit.step));
    if ((amountOf(limit) ?? 0) > (amountOf(most) ?? Infinity))
      limit.refuse(
        'valid-quantities',
        `must not exceed the pod's limit (${show(most.value)}), is ${show(limit.value)}`,
      );
  }
}

/** What a pod asks for, or else may use, is enough for its containers. */
function checkRequests(pod: Field, resources: Field): void {
  const names = ['requests', 'limits'].flatMap((list) => Object.keys(resources.get(list).map ?? {}));
  for (const name of new Set(names)) {
    const asked = resources.at('requests', name);
    const most = asked.present ? asked : resources.at('limits', name);
    if (requestOfAll(pod, name) > (thousandths(most) ?? Infinity))
      most.refuse('valid-quantities', `must be at least what the containers request, is ${show(most.value)}`);
  }
}

/** What the containers of a pod request together, in thousandths. Init containers run first, but for sidecars, which go on. */
export function requestOfAll(pod: Field, name: string): number {
  let running = 0;
  let most = 0;
  for (const initial of pod.get('initContainers').items()) {
    const request = requestOf(initial, name);
    most = Math.max(most, running + request);
    if (initial.textOf('restartPolicy') === 'Always') running += request;
  }
  for (const container of pod.get('containers').items()) running += requestOf(container, name);
  return Math.max(most, running);
}

/** One that asks for nothing asks for its limit. */
function requestOf(container: Field, name: string): number {
  const resources = container.get('resources');
  return thousandths(resources.at('requests', name)) ?? thousandths(resources.at('limits', name)) ?? 0;
}
