import { type Fields, fieldAt } from '../fields';
import { isMap } from '../pods';
import { change, type Defaults, fill } from './fill';

/**
 * Priorities, limits of namespaces, and what is older than a Deployment.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go,
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/scheduling/v1/defaults.go
 */
export const QUOTAS: Readonly<Record<string, Defaults>> = {
  'scheduling.v1.PriorityClass': { preemptionPolicy: 'PreemptLowerPriority' },
  'core.v1.LimitRangeItem': (item) => (item.type === 'Container' ? withLimits(item) : item),
  'core.v1.ReplicationController': (controller) => {
    const labels = fieldAt(controller, 'spec', 'template', 'metadata', 'labels');
    const labelled = change(controller, 'metadata', (metadata) => fill(metadata, { labels }));
    return change(labelled, 'spec', (spec) => fill(spec, { replicas: 1, selector: labels }));
  },
};

/** A container that says nothing may use the most that it may have, and requests what it may use, else the least. */
function withLimits(item: Fields): Fields {
  const { max, min } = item;
  const limits = { ...maps(max), ...maps(item.default) };
  return { ...item, default: limits, defaultRequest: { ...maps(min), ...limits, ...maps(item.defaultRequest) } };
}

function maps(value: unknown): Fields {
  return isMap(value) ? value : {};
}
