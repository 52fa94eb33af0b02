import { type Fields, fieldAt, mapsAt } from './fields';
import { ofKind } from './kinds';
import { oncePer } from './once-per';
import type { DescribedContainer, DescribedPod } from './pods';
import { namespaceOf } from './references/reference';
import type { Resource } from './resource';

/** What a container or a pod may be told about. */
export type ResourceName = 'cpu' | 'memory' | 'ephemeral-storage';

/**
 * How much of a resource a container requests, as far as its manifest tells: its own word; what it is limited to; what
 * its pod says for all containers; or what a LimitRange of its namespace gives to those that say nothing.
 */
export function requestOf(
  resources: readonly Resource[],
  pod: DescribedPod,
  { container }: DescribedContainer,
  name: ResourceName,
): unknown {
  return (
    fieldAt(container, 'resources', 'requests', name) ??
    fieldAt(container, 'resources', 'limits', name) ??
    fieldAt(pod.spec, 'resources', 'requests', name) ??
    fieldAt(pod.spec, 'resources', 'limits', name) ??
    defaultOf(resources, pod, ['defaultRequest', 'default'], name)
  );
}

/** What a container is limited to, found in the same way. */
export function limitOf(
  resources: readonly Resource[],
  pod: DescribedPod,
  { container }: DescribedContainer,
  name: ResourceName,
): unknown {
  return (
    fieldAt(container, 'resources', 'limits', name) ??
    fieldAt(pod.spec, 'resources', 'limits', name) ??
    defaultOf(resources, pod, ['default'], name)
  );
}

function defaultOf(
  resources: readonly Resource[],
  { resource }: DescribedPod,
  fields: readonly string[],
  name: ResourceName,
): unknown {
  const ranges = limitRangesOf(resources).get(namespaceOf(resource)) ?? [];
  return ranges
    .filter(({ type }) => type === 'Container')
    .flatMap((range) => fields.map((field) => fieldAt(range, field, name)))
    .find((value) => value !== undefined);
}

const limitRangesOf = oncePer((resources: readonly Resource[]): ReadonlyMap<string, readonly Fields[]> => {
  const ranges = new Map<string, readonly Fields[]>();
  for (const resource of ofKind(resources, 'LimitRange')) {
    const namespace = namespaceOf(resource);
    ranges.set(namespace, [...(ranges.get(namespace) ?? []), ...mapsAt(resource.object, 'spec', 'limits')]);
  }
  return ranges;
});
