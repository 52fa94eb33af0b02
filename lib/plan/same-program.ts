import { fieldAt, mapsAt } from '../manifest/fields';
import { imageName } from '../manifest/image';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { type ContainerFields, isMap, podOf } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import { sameJson } from './update/same-json';

/**
 * Whether two workloads of one kind run the same program, so that one may be the other under a new name: they select the
 * same pods; or what they run is the same, and their labels have followed the name. That their settings are alike says
 * nothing, since all programs of a house may have the same.
 */
export function isSameProgram(old: Resource, current: Resource): boolean {
  const sides = [sideOf(old), sideOf(current)] as const;
  const [{ containers: before }, { containers: after }] = sides;
  const sameNames = isAlike(before, after, ({ name }) => inNewName(name, old.object, current.object));
  const sameImages = isAlike(before, after, ({ image }) => (typeof image === 'string' ? imageName(image) : image));
  if (selectSamePods(sides)) return sameNames || sameImages;
  return sameNames && sameImages && isAlike(before, after, taskOf) && labelsFollow(sides, old.object, current.object);
}

interface Side {
  readonly containers: readonly ContainerFields[];
  /** The labels by which its pods are selected; those of its pods if it has no selector. */
  readonly labels: Readonly<Record<string, unknown>>;
  readonly selects: boolean;
}

function sideOf(resource: Resource): Side {
  const selector = fieldAt(resource.object, 'spec', 'selector', 'matchLabels');
  const pod = podOf(resource);
  const selects = isMap(selector) && Object.keys(selector).length > 0;
  return { containers: mapsAt(pod?.spec, 'containers'), labels: selects ? selector : (pod?.labels ?? {}), selects };
}

function selectSamePods([old, current]: readonly [Side, Side]): boolean {
  return old.selects && current.selects && sameJson(old.labels, current.labels);
}

/** Whether the containers of both are the same as far as one thing goes. */
function isAlike(
  before: readonly ContainerFields[],
  after: readonly ContainerFields[],
  thing: (container: ContainerFields) => unknown,
): boolean {
  const sorted = (containers: readonly ContainerFields[]) =>
    containers.map((container) => JSON.stringify(thing(container))).toSorted();
  return sameJson(sorted(before), sorted(after));
}

/** What of its image a container runs: one image may have several programs, told apart by the first words. */
function taskOf({ command, args }: ContainerFields): unknown {
  return [command ?? [], Array.isArray(args) ? args.slice(0, 1) : []];
}

/** Whether half of the labels at least are the same, or are what the name has become. */
function labelsFollow(
  [before, after]: readonly [Side, Side],
  old: KubernetesObject,
  current: KubernetesObject,
): boolean {
  const names = new Set([...Object.keys(before.labels), ...Object.keys(after.labels)]);
  const kept = [...names].filter(
    (name) =>
      before.labels[name] === after.labels[name] ||
      inNewName(before.labels[name], old, current) === inNewName(after.labels[name], old, current),
  );
  return kept.length * 2 >= names.size;
}

/** A text as it is once the name that it begins with is the new one. */
function inNewName(
  text: unknown,
  { metadata: { name } }: KubernetesObject,
  { metadata: now }: KubernetesObject,
): unknown {
  if (typeof text !== 'string' || !(text === name || text.startsWith(`${name}-`))) return text;
  return now.name + text.slice(name.length);
}
