import { type Fields, fieldAt, mapsAt } from '../fields';
import type { KubernetesObject } from '../kubernetes-object';
import { isMap } from '../pods';
import { cpuUtilization } from './autoscaling';
import { change, fill, without } from './fill';

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';

/**
 * A stored object as the API server shows it in another version of its group. Only HorizontalPodAutoscalers look different
 * in the versions that are served by default: v1 has a field for the use of the CPU, and annotations for the rest, which
 * here is written as in v2.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v1/conversion.go
 */
export function inVersion(object: KubernetesObject, apiVersion: string): KubernetesObject {
  const [from, to] = [object.apiVersion, apiVersion];
  if (from === to || object.kind !== 'HorizontalPodAutoscaler') return { ...object, apiVersion };
  const moved = to === 'autoscaling/v1' ? toFirst(object) : from === 'autoscaling/v1' ? toSecond(object) : object;
  return { ...moved, apiVersion } as KubernetesObject;
}

function toFirst(object: Fields): Fields {
  const metrics = mapsAt(object, 'spec', 'metrics');
  const others = metrics.filter((metric) => useOf(metric) === undefined);
  const behavior = fieldAt(object, 'spec', 'behavior');
  const annotations = {
    ...(others.length > 0 && { [METRICS]: JSON.stringify(others) }),
    ...(behavior !== undefined && { [BEHAVIOR]: JSON.stringify(behavior) }),
  };
  const annotated = Object.keys(annotations).length === 0 ? object : annotate(object, annotations);
  const targetCPUUtilizationPercentage = metrics.map(useOf).find((use) => use !== undefined);
  return change(annotated, 'spec', (spec) =>
    fill(without(spec, 'metrics', 'behavior'), { targetCPUUtilizationPercentage }),
  );
}

function toSecond(object: Fields): Fields {
  const annotations = (fieldAt(object, 'metadata', 'annotations') ?? {}) as Fields;
  const use = fieldAt(object, 'spec', 'targetCPUUtilizationPercentage');
  const others = read(annotations[METRICS]);
  const metrics = [...(Array.isArray(others) ? others : []), ...(use === undefined ? [] : [cpuUtilization(use)])];
  const bare = change(object, 'metadata', (metadata) =>
    withoutEmpty({ ...metadata, annotations: without(annotations, METRICS, BEHAVIOR) }),
  );
  return change(bare, 'spec', (spec) =>
    fill(without(spec, 'targetCPUUtilizationPercentage'), {
      metrics: metrics.length > 0 ? metrics : undefined,
      behavior: read(annotations[BEHAVIOR]),
    }),
  );
}

/** The percentage of the CPU that a metric aims at, if that is what it is about. */
function useOf(metric: Fields): unknown {
  const isCpu = metric.type === 'Resource' && fieldAt(metric, 'resource', 'name') === 'cpu';
  return isCpu ? fieldAt(metric, 'resource', 'target', 'averageUtilization') : undefined;
}

function annotate(object: Fields, more: Fields): Fields {
  return change(object, 'metadata', (metadata) => ({
    ...metadata,
    annotations: { ...(isMap(metadata.annotations) && metadata.annotations), ...more },
  }));
}

function withoutEmpty(metadata: Fields): Fields {
  return Object.keys((metadata.annotations ?? {}) as Fields).length > 0 ? metadata : without(metadata, 'annotations');
}

/** An annotation that is no JSON is ignored, as the API server does. */
function read(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
