import { fieldAt, mapsAt, show } from './fields';
import { containersOf, type DescribedContainer, type DescribedPod } from './pods';
import type { Resource } from './resource';
import { servicesOf } from './selection';

/**
 * The containers of a pod that answer what Services send to it. Sidecars are left out, and so are ports for metrics:
 * nobody waits for their answer.
 */
export function servingContainers(
  resources: readonly Resource[],
  pod: DescribedPod,
  counts: (service: Resource) => boolean = () => true,
): readonly DescribedContainer[] {
  if (pod.resource.object.kind === 'Job' || pod.resource.object.kind === 'CronJob') return [];
  const services = servicesOf(resources, pod).filter(counts);
  if (services.length === 0) return [];
  const running = containersOf(pod).filter(({ initial, ephemeral }) => !initial && !ephemeral);
  const ports = services.flatMap(({ object }) => mapsAt(object, 'spec', 'ports')).filter((port) => !isForMetrics(port));
  const serving = new Set(ports.flatMap((port) => receiversOf(running, fieldAt(port, 'targetPort') ?? port.port)));
  return running.filter((container) => serving.has(container) && !container.sidecar);
}

/** Whether a container is one of those. That it is a sidecar or starts the pod is asked before anything is looked for. */
export function isServing(
  resources: readonly Resource[],
  pod: DescribedPod,
  described: DescribedContainer,
  counts?: (service: Resource) => boolean,
): boolean {
  if (described.sidecar || described.initial || described.ephemeral) return false;
  return servingContainers(resources, pod, counts).includes(described);
}

function isForMetrics({ name }: Readonly<Record<string, unknown>>): boolean {
  return /metrics|prometheus|exporter/.test(show(name));
}

/** The containers that have a port; without such a one the only container, as it need not list its ports. */
function receiversOf(containers: readonly DescribedContainer[], port: unknown): readonly DescribedContainer[] {
  const listed = containers.filter(({ container }) =>
    mapsAt(container, 'ports').some(({ name, containerPort }) => name === port || show(containerPort) === show(port)),
  );
  const mains = containers.filter(({ sidecar }) => !sidecar);
  return listed.length === 0 && mains.length === 1 ? mains : listed;
}
