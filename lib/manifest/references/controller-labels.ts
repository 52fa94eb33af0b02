import type { DescribedPod } from '../pods';
import { nameOf } from './reference';
import type { Selector } from './label-selector';

/** Labels that controllers add to pods, so that no template has them, by the kind that does. */
const ADDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['statefulset.kubernetes.io/pod-name', ['StatefulSet']],
  ['apps.kubernetes.io/pod-index', ['StatefulSet']],
  ['controller-revision-hash', ['StatefulSet', 'DaemonSet']],
  ['pod-template-hash', ['Deployment', 'ReplicaSet']],
  ['rollouts-pod-template-hash', ['Rollout']],
  ['job-name', ['Job', 'CronJob']],
  ['batch.kubernetes.io/job-name', ['Job', 'CronJob']],
  ['batch.kubernetes.io/controller-uid', ['Job', 'CronJob']],
  ['batch.kubernetes.io/job-completion-index', ['Job', 'CronJob']],
]);

/** Whether a selector asks for labels that no template has. */
export function asksForControllerLabels({ labels, expressions }: Selector): boolean {
  return labels.some((label) => ADDED.has(label[0])) || expressions.some(({ key }) => ADDED.has(key));
}

/** The part of a selector that templates can answer. */
export function withoutControllerLabels(selector: Selector): Selector {
  if (!asksForControllerLabels(selector)) return selector;
  return {
    labels: selector.labels.filter(([key]) => !ADDED.has(key)),
    expressions: selector.expressions.filter(({ key }) => !ADDED.has(key)),
  };
}

/** Whether the controller of a pod adds those labels that a selector asks for and no template has. */
export function controllerAdds({ resource }: DescribedPod, selector: Selector): boolean {
  return selector.labels.every(([key, value]) => {
    const kinds = ADDED.get(key);
    if (!kinds) return true;
    if (!kinds.includes(resource.object.kind)) return false;
    return !key.endsWith('-name') || value === nameOf(resource) || value.startsWith(`${nameOf(resource)}-`);
  });
}
