import { flatMap } from './flat-map';
import type { KubernetesObject } from './kubernetes-object';
import { oncePer } from './once-per';
import type { Resource } from './resource';

/** The fields of a container that checks read; all may be missing or wrong, as the manifest may be anybody's. */
export interface ContainerFields {
  readonly name?: string;
  readonly image?: string;
  readonly [field: string]: unknown;
}

/** The fields of a pod that checks read. */
export interface PodFields {
  readonly containers?: readonly ContainerFields[];
  readonly initContainers?: readonly ContainerFields[];
  readonly ephemeralContainers?: readonly ContainerFields[];
  readonly volumes?: readonly { readonly name?: string; readonly [source: string]: unknown }[];
  readonly [field: string]: unknown;
}

/** The pods that an object describes: a Pod itself, or the template of a workload. */
export interface DescribedPod {
  readonly resource: Resource;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: PodFields;
  /** Where the pod's spec is in the object: `spec.template.spec`. */
  readonly path: string;
}

/** A container with its place. */
export interface DescribedContainer {
  readonly container: ContainerFields;
  /** Whether it is an init container that goes on running. */
  readonly sidecar: boolean;
  /** Whether it runs to its end before the others start. */
  readonly initial: boolean;
  /** Whether somebody added it to a running pod to look into it. */
  readonly ephemeral: boolean;
  /** Such as `spec.template.spec.containers[web]`. */
  readonly path: string;
  readonly name: string;
}

/** Where each kind keeps its pod. */
const TEMPLATES: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['Pod', []],
  ['PodTemplate', ['template']],
  ['Deployment', ['spec', 'template']],
  ['ReplicaSet', ['spec', 'template']],
  ['ReplicationController', ['spec', 'template']],
  ['StatefulSet', ['spec', 'template']],
  ['DaemonSet', ['spec', 'template']],
  ['Job', ['spec', 'template']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** The groups that these kinds are in; the same words may mean something else in others. */
const GROUPS = /^(v1|(apps|batch|extensions)\/.+)$/;

/** Whether it is worth while to look for a pod in an object: most objects have none. */
export function mayHavePod({ object }: Resource): boolean {
  return TEMPLATES.has(object.kind) || fieldOf(object.spec, 'template') !== undefined;
}

/** The pod that an object describes, or `undefined` for one that describes none. */
export function podOf(resource: Resource): DescribedPod | undefined {
  return TEMPLATES.has(resource.object.kind) ? describedPod(resource) : undefined;
}

const describedPod = oncePer((resource: Resource): DescribedPod | undefined => {
  const steps = TEMPLATES.get(resource.object.kind)!;
  if (!GROUPS.test(resource.object.apiVersion)) return undefined;
  const template = steps.reduce<unknown>(fieldOf, resource.object);
  const spec = fieldOf(template, 'spec');
  if (!isMap(spec)) return undefined;
  const metadata = fieldOf(template, 'metadata') as KubernetesObject['metadata'] | undefined;
  return {
    resource,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec: spec as PodFields,
    path: [...steps, 'spec'].join('.'),
  };
});

/** The pods that objects describe. */
export const podsOf = oncePer((resources: readonly Resource[]): readonly DescribedPod[] => {
  const pods: DescribedPod[] = [];
  for (const resource of resources) {
    const pod = podOf(resource);
    if (pod) pods.push(pod);
  }
  return pods;
});

/** Every container of a pod, init containers first. */
export const containersOf = oncePer(({ spec, path }: DescribedPod): readonly DescribedContainer[] =>
  flatMap(CONTAINER_LISTS, (list) => {
    const containers: unknown = spec[list];
    if (!Array.isArray(containers)) return [];
    return containers.filter(isMap).map((container, index) => {
      const sidecar = list === 'initContainers' && container.restartPolicy === 'Always';
      const name = typeof container.name === 'string' ? container.name : String(index);
      return {
        container,
        name,
        path: `${path}.${list}[${name}]`,
        sidecar,
        initial: list === 'initContainers' && !sidecar,
        ephemeral: list === 'ephemeralContainers',
      };
    });
  }),
);

const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

function fieldOf(value: unknown, field: string): unknown {
  return isMap(value) ? value[field] : undefined;
}

/** Whether a value is a map of fields. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
